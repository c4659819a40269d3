import { ref, shallowRef } from 'vue'
import { asProblem, type Problem } from './api'
import { useNotes } from './stores/notes'

/** Does one thing for a dialog: busy while it runs, the refusal kept for beside the button, a word when done. */
export function useAct(after: () => unknown) {
  const notes = useNotes()
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  async function act(doing: () => Promise<unknown>, said: string): Promise<void> {
    busy.value = true
    problem.value = null
    try {
      await doing()
      notes.say(said)
      after()
    } catch (thrown) {
      problem.value = asProblem(thrown)
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, act }
}
