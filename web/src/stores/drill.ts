import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, ask, type Drill } from '@/api'
import { useSession } from './session'

const STORED = 'anlan.drill'

/** Reality, or one drill: every list asks through `scope`, so the two are never shown together. */
export const useDrill = defineStore('drill', () => {
  const session = useSession()
  const current = ref<Drill | null>(null)
  const running = ref<Drill[]>([])
  const id = computed(() => current.value?.id ?? '')
  const scope = computed<{ drill?: string }>(() => (id.value ? { drill: id.value } : {}))

  async function load(): Promise<void> {
    if (!session.may('desk.view')) return
    const page = await ask(api.GET('/api/v1/drills'))
    running.value = page.items.filter((drill) => drill.state === 'running')
    const wanted = id.value || sessionStorage.getItem(STORED)
    const found = running.value.find((drill) => drill.id === wanted)
    if (found && !current.value) enter(found)
    if (!found) leave()
  }

  function enter(drill: Drill): void {
    current.value = drill
    sessionStorage.setItem(STORED, drill.id)
  }

  function leave(): void {
    current.value = null
    sessionStorage.removeItem(STORED)
  }

  return { current, running, id, scope, load, enter, leave }
})
