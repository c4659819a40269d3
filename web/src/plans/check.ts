import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { api, ask, asProblem, type PlanCheck, type Problem } from '@/api'

const AFTER_MS = 500

/** The server's judgement of the text, asked for half a second after the last change. */
export function useCheck(text: Ref<string>) {
  const judged = shallowRef<PlanCheck | null>(null)
  const failed = shallowRef<Problem | null>(null)
  const checking = ref(false)
  let timer = 0
  let turn = 0

  async function check(yaml: string): Promise<void> {
    const mine = ++turn
    checking.value = true
    try {
      const answer = await ask(api.POST('/api/v1/plans/check', { body: { yaml } }))
      if (mine === turn) [judged.value, failed.value] = [answer, null]
    } catch (thrown) {
      if (mine === turn) failed.value = asProblem(thrown)
    } finally {
      if (mine === turn) checking.value = false
    }
  }
  watch(text, (yaml) => {
    window.clearTimeout(timer)
    if (yaml) timer = window.setTimeout(() => void check(yaml), AFTER_MS)
  })
  onScopeDispose(() => {
    window.clearTimeout(timer)
    turn++
  })
  return { judged, checking, failed }
}
