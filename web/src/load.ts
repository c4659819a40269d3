import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { asProblem, type Problem } from './api'
import { useNotices } from './live'

interface Options {
  /** Kinds of notices ("call.", "response.confirmed") after which the content is read again. */
  hears?: string[]
  /** Reads again this often even when nothing is heard. */
  every_seconds?: number
  /** Do not read at once; the page calls reload(). */
  later?: boolean
}

export interface Loaded<R> {
  value: ShallowRef<R | null>
  problem: ShallowRef<Problem | null>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

const PAUSE_MS = 250
const TOGETHER_MS = 30 // What one commit tells comes at once, and is read once.

/**
 * Something read from the server and kept fresh. When a later reading fails, the last content stays on
 * the page beside the problem: an officer cut off still needs the list of a minute ago.
 */
export function useLoaded<R>(read: () => Promise<R>, options: Options = {}): Loaded<R> {
  const value = shallowRef<R | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let turn = 0
  let pending = 0
  let read_at = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    read_at = Date.now()
    loading.value = true
    try {
      const read_value = await read()
      if (mine === turn) [value.value, problem.value] = [read_value, null]
    } catch (thrown) {
      if (mine === turn) problem.value = asProblem(thrown)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  /** The first after a calm is read at once; a flood of notices no more often than four times a second. */
  function soon(): void {
    if (pending) return
    const again_ms = read_at + PAUSE_MS - Date.now()
    pending = window.setTimeout(() => {
      pending = 0
      void reload()
    }, Math.max(TOGETHER_MS, again_ms))
  }

  const hears = options.hears
  if (hears) {
    useNotices((notice) => {
      if (notice.kind === 'reconnected' || hears.some((kind) => notice.kind.startsWith(kind))) soon()
    })
  }
  const timer = options.every_seconds ? window.setInterval(soon, options.every_seconds * 1000) : 0
  onScopeDispose(() => {
    window.clearTimeout(pending)
    window.clearInterval(timer)
    turn++
  })
  if (!options.later) void reload()
  return { value, problem, loading, reload }
}
