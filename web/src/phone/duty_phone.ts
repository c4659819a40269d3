import { shallowRef, type Ref } from 'vue'
import { api, ask } from '@/api'

const known = shallowRef('')
let asked = false

/** The duty room's number, where the node gives one; kept for the time without a network. */
export function useDutyPhone(): Ref<string> {
  if (!asked) {
    asked = true
    known.value = localStorage.getItem('anlan.duty_phone') ?? ''
    ask(api.GET('/api/v1/compliance')).then(
      (said) => {
        known.value = said.duty_phone ?? ''
        localStorage.setItem('anlan.duty_phone', known.value)
      },
      () => (asked = false),
    )
  }
  return known
}
