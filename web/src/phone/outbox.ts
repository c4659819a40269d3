import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api'
import { useSession } from '@/stores/session'
import { otherSide, type Side } from './other_side'
import { newName, pressName, sendInParts, sendItem, type Enclosed } from './send'
import { shelf, type Shelf } from './shelf'

/** One answer, confirmation or report on its way to the station. */
export interface Outgoing {
  /** What it is about ("answer:c1"): the same press twice is one thing. */
  id: string
  kind: 'answer' | 'task' | 'door' | 'moved' | 'stay' | 'report' | 'seen' | 'walked' | 'callout' | 'inspection' | 'count' | 'stock'
  title: string
  person: string
  at: number
  path: string
  body: Record<string, unknown>
  photo?: Blob
  /** What else goes with it; each is sent in parts under a name of its own. */
  files?: Enclosed[]
  /** The station is told how many seconds ago it was entered. */
  aged?: boolean
  /** This press's own name: whatever is sent twice under it is one item. */
  key?: string
  /** The photo's name while it is sent in parts; set once the first part may have left. */
  upload?: string
  /** The station's words when it did not accept it. */
  refused?: string | undefined
  /** The code of those words. */
  code?: string | undefined
  /** What another had entered meanwhile. */
  theirs?: Side | undefined
}

// The station has it already (sent twice, or another was quicker): nothing is left to do.
const SETTLED = [
  'already_answered',
  'already_done',
  'already_closed',
  'already_confirmed',
  'already_arrived',
  'already_handed_over',
  'already_receipted',
]

/** Whether to keep it and try again later: no network, signed out, or a station in trouble. */
const passing = (problem: Problem) => problem.offline || [401, 408, 429].includes(problem.status) || problem.status >= 500

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
  /** The last thing sent found no way through. */
  const stuck = ref(false)
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

  /** Entered anew while the older was on its way: the newer one stays and is sent after it. */
  const still = (out: Outgoing) => all.value.some((other) => other.id === out.id && other.key === out.key)

  async function post(out: Outgoing): Promise<void> {
    let photo: string | null = null
    if (out.photo) {
      const begun = out.upload !== undefined
      const upload = out.upload ?? newName()
      if (!begun && still(out)) await keep({ ...out, upload })
      photo = await sendInParts(out.photo, upload, begun)
    }
    await sendItem(out, photo, await enclose(out), Date.now())
    stuck.value = false
  }

  /** Sends what is enclosed, and keeps the names first: cut in the middle, each goes on where it was. */
  async function enclose(out: Outgoing): Promise<string[]> {
    const files = (out.files ?? []).map((file) => ({ ...file, upload: file.upload ?? newName() }))
    const begun = (out.files ?? []).every((file) => file.upload)
    if (!begun && still(out)) await keep({ ...out, files })
    const names: string[] = []
    for (const file of files) names.push(await sendInParts(file.blob, file.upload, begun))
    return names
  }

  /** Whether to keep it for later, remembered for the page's head. */
  function blocked(problem: Problem): boolean {
    stuck.value = passing(problem)
    return stuck.value
  }

  /** What the station said no to: dropped when it was settled anyway, kept with both sides when two differ. */
  async function turnedDown(out: Outgoing, problem: Problem): Promise<void> {
    const theirs = (await otherSide(out, problem)) ?? undefined
    if (!theirs && SETTLED.includes(problem.code)) await drop(out.id)
    else await keep({ ...out, refused: problem.message || problem.code, code: problem.code, theirs })
  }

  /** Sends it now, or keeps it. Throws the station's refusal, so that it can stand beside the button pressed. */
  async function hand(given: Outgoing): Promise<'sent' | 'kept'> {
    const out = { ...given, key: pressName() }
    await keep(out)
    try {
      await post(out)
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (blocked(problem)) return 'kept'
      const theirs = await otherSide(out, problem)
      if (theirs) {
        await turnedDown(out, problem)
        return 'kept'
      }
      await drop(out.id)
      if (!SETTLED.includes(problem.code)) throw problem
      return 'sent'
    }
    if (still(out)) await drop(out.id)
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
        if (still(out)) await drop(out.id)
      } catch (thrown) {
        const problem = asProblem(thrown)
        if (blocked(problem)) return
        await turnedDown(out, problem)
      }
    }
  }

  /** Tries one again; with `body`, as its owner decided after seeing both sides. */
  async function again(id: string, body: Record<string, unknown> = {}): Promise<void> {
    const found = all.value.find((out) => out.id === id)
    if (!found) return
    await keep({ ...found, body: { ...found.body, ...body }, key: pressName(), refused: undefined, code: undefined, theirs: undefined })
    await flush()
  }

  return { all, waiting, refused, stuck, load, holds, hand, flush, drop, again }
})
