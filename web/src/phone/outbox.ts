import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { asProblem, Problem, sendRaw } from '@/api'
import { useSession } from '@/stores/session'
import { shelf, type Shelf } from './shelf'

/** One answer or confirmation on its way to the station. */
export interface Outgoing {
  /** What it is about ("answer:c1"): the same press twice is one thing. */
  id: string
  kind: 'answer' | 'task' | 'door'
  title: string
  person: string
  at: number
  path: string
  body: Record<string, unknown>
  photo?: Blob
  /** The station's words when it did not accept it. */
  refused?: string | undefined
}

// The station has it already (sent twice, or another was quicker): nothing is left to do.
const SETTLED = ['already_answered', 'already_done', 'already_closed', 'already_confirmed']

/** Whether to keep it and try again later: no network, signed out, or a station in trouble. */
const passing = (problem: Problem) => problem.offline || [401, 408, 429].includes(problem.status) || problem.status >= 500

async function post(out: Outgoing): Promise<void> {
  const body = { ...out.body }
  if (out.photo && !body.photo) {
    const kept = await sendRaw<{ id: string }>('/api/v1/attachments', out.photo, out.photo.type || 'image/jpeg')
    body.photo = kept.id
  }
  await sendRaw(out.path, JSON.stringify(body), 'application/json')
}

let place: Shelf<Outgoing> = shelf<Outgoing>('out')

/** For tests: keeps what is handed in on another shelf. */
export function useShelf(other: Shelf<Outgoing>): void {
  place = other
}

/** Answers and confirmations: sent at once, or kept on the device in the order given until the network is back. */
export const useOutbox = defineStore('outbox', () => {
  const all = shallowRef<Outgoing[]>([])
  const session = useSession()
  const waiting = computed(() => all.value.filter((out) => !out.refused))
  const refused = computed(() => all.value.filter((out) => out.refused))
  let running: Promise<void> | null = null

  async function load(): Promise<void> {
    all.value = (await place.all()).sort((a, b) => a.at - b.at)
  }

  const holds = (id: string) => all.value.some((out) => out.id === id && !out.refused)

  async function keep(out: Outgoing): Promise<void> {
    all.value = [...all.value.filter((other) => other.id !== out.id), out]
    await place.put(out.id, out)
  }

  async function drop(id: string): Promise<void> {
    all.value = all.value.filter((out) => out.id !== id)
    await place.drop(id)
  }

  /** Sends it now, or keeps it. Throws the station's refusal, so that it can stand beside the button pressed. */
  async function hand(out: Outgoing): Promise<'sent' | 'kept'> {
    await keep(out)
    try {
      await post(out)
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (passing(problem)) return 'kept'
      await drop(out.id)
      if (!SETTLED.includes(problem.code)) throw problem
      return 'sent'
    }
    await drop(out.id)
    return 'sent'
  }

  /** Sends what waits, oldest first; stops at the first sign that the network is not there. */
  function flush(): Promise<void> {
    running ??= sendAll().finally(() => (running = null))
    return running
  }

  async function sendAll(): Promise<void> {
    if (!waiting.value.length) return
    if (!session.me) await session.load()
    for (const out of waiting.value.filter((each) => each.person === session.me?.person)) {
      try {
        await post(out)
        await drop(out.id)
      } catch (thrown) {
        const problem = asProblem(thrown)
        if (passing(problem)) return
        if (SETTLED.includes(problem.code)) await drop(out.id)
        else await keep({ ...out, refused: problem.message || problem.code })
      }
    }
  }

  async function again(id: string): Promise<void> {
    const found = all.value.find((out) => out.id === id)
    if (!found) return
    await keep({ ...found, refused: undefined })
    await flush()
  }

  return { all, waiting, refused, load, holds, hand, flush, drop, again }
})
