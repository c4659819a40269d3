import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api, ask, asProblem, type Call, type Me, type Problem, type Task } from '@/api'
import { useSession } from '@/stores/session'
import { shelf } from './shelf'

interface Kept {
  person: string
  at: number
  permissions?: string[]
  calls: Call[]
  tasks: Task[]
}

const STORED = 'anlan.phone.person'
const kept = shelf<Kept>('kept')

/** What is asked of the person holding this phone, in reality and in drills (each thing says which). */
export const useWork = defineStore('work', () => {
  const session = useSession()
  const calls = shallowRef<Call[]>([])
  const tasks = shallowRef<Task[]>([])
  const problem = shallowRef<Problem | null>(null)
  const readAt = ref<number | null>(null)
  const lastPerson = ref('')
  const stale = computed(() => problem.value !== null && readAt.value !== null)
  /** Known also without signal: the last one who signed in here. */
  const person = computed(() => session.me?.person ?? (localStorage.getItem(STORED) || lastPerson.value))

  async function load(): Promise<void> {
    // What is kept is there at once; a weak line may need seconds for what is fresh.
    if (readAt.value === null) void recall()
    try {
      const [called, given] = await Promise.all([
        ask(api.GET('/api/v1/calls/mine')),
        ask(api.GET('/api/v1/tasks', { params: { query: { mine: '1' } } })),
      ])
      calls.value = called.items
      tasks.value = given.items
      readAt.value = Date.now()
      problem.value = null
      if (!session.me) await session.load()
      if (session.me) await remember(session.me)
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }

  async function remember({ person, permissions }: Me): Promise<void> {
    localStorage.setItem(STORED, person)
    await kept.put('work', { person, at: Date.now(), permissions: [...permissions], calls: calls.value, tasks: tasks.value })
  }

  async function recall(): Promise<void> {
    const [last] = await kept.all()
    if (readAt.value !== null) return
    // A browser that was killed may have lost the name; what is kept was kept for whoever had not signed out.
    if (!last || (person.value && last.person !== person.value)) return
    session.recall(last.permissions ?? [])
    lastPerson.value = last.person
    calls.value = last.calls
    tasks.value = last.tasks
    readAt.value = last.at
  }

  /** Nothing of this person stays readable on the phone. */
  async function forget(): Promise<void> {
    calls.value = []
    tasks.value = []
    readAt.value = null
    localStorage.removeItem(STORED)
    lastPerson.value = ''
    await kept.drop('work')
  }

  return { calls, tasks, problem, readAt, stale, person, load, forget }
})
