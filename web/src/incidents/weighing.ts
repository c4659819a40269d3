import { onScopeDispose, shallowRef, watch } from 'vue'
import { api, ask, type Weighing } from '@/api'
import { figuresOf, type TypedFigures } from './words'

interface Typed {
  words: string
  kind: string
  sensitive: boolean
  figures: TypedFigures
}

const WAIT_MS = 350

/** Asks the station for kind and grade while the officer types. A failure is silent: it only proposes. */
export function useWeighing(read: () => Typed) {
  const weighed = shallowRef<Weighing | null>(null)
  let timer = 0
  let turn = 0
  async function weigh(): Promise<void> {
    const mine = ++turn
    const now = read()
    const figures = figuresOf(now.figures)
    const { dead, missing, injured_badly, affected, loss_yuan } = figures
    const given = Object.entries({ dead, missing, injured_badly, affected, loss_yuan }).filter(([, value]) => value !== null)
    const query = {
      words: now.words.slice(0, 300),
      kind: now.kind,
      ...(now.sensitive ? { sensitive: '1' as const } : {}),
      ...Object.fromEntries(given.map(([key, value]) => [key, String(Math.trunc(Number(value)))])),
    }
    try {
      const said = await ask(api.GET('/api/v1/incident-grade', { params: { query } }))
      if (mine === turn) weighed.value = said
    } catch {
      if (mine === turn) weighed.value = null
    }
  }
  watch(
    () => JSON.stringify(read()),
    () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void weigh(), WAIT_MS)
    },
  )
  onScopeDispose(() => window.clearTimeout(timer))
  return weighed
}
