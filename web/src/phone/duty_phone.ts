import { computed, watch, type ComputedRef } from 'vue'
import { useSession } from '@/stores/session'

const STORED = 'anlan.duty_phone'

/** The duty room's number, where the station names one; kept for the time without a network. */
export function useDutyPhone(): ComputedRef<string> {
  const session = useSession()
  watch(
    () => session.me,
    (me) => me && localStorage.setItem(STORED, me.duty_phone ?? ''),
    { immediate: true },
  )
  return computed(() => (session.me ? (session.me.duty_phone ?? '') : (localStorage.getItem(STORED) ?? '')))
}
