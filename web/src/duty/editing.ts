import { ref, shallowRef } from 'vue'
import { api, ask, asProblem, type Problem, type Rota, type RotaJudged, type RotaTurn } from '@/api'

const CHECK_MS = 120

/** A month being changed on the page: every change is judged by the station's own rules at once. */
export function useEditing(rota: () => Rota | null) {
  const turns = shallowRef<RotaTurn[] | null>(null)
  const judged = shallowRef<RotaJudged | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const changed = ref(false)
  let pending = 0
  let turn = 0

  const path = () => ({ params: { path: { month: rota()?.month ?? '' } } })

  function begin(): void {
    turns.value = rota()?.duties ?? []
    judged.value = rota()?.judged ?? null
    changed.value = false
    problem.value = null
  }
  function end(): void {
    turns.value = null
    judged.value = null
    changed.value = false
  }
  async function check(): Promise<void> {
    const mine = ++turn
    try {
      const said = await ask(api.POST('/api/v1/rotas/{month}/check', { ...path(), body: { duties: turns.value ?? [] } }))
      if (mine === turn) [judged.value, problem.value] = [said, null]
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }
  function change(next: RotaTurn[]): void {
    turns.value = next
    changed.value = true
    window.clearTimeout(pending)
    pending = window.setTimeout(() => void check(), CHECK_MS)
  }
  return { turns, judged, problem, changed, begin, end, change }
}
