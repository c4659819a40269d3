import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { onAnswer } from '@/api'

/** The station's time: the server's clock, not this computer's, which may be wrong by hours. */
export const useClock = defineStore('clock', () => {
  const offset_ms = ref(0)
  const tick = ref(Date.now())
  const now = computed(() => tick.value + offset_ms.value)
  let timer = 0

  /** Corrects by an instant the server said, heard now. Small differences are left alone: clocks must not jitter. */
  function hear(serverTime_ms: number, heardAt_ms = Date.now()): void {
    const offset = serverTime_ms - heardAt_ms
    if (Number.isFinite(offset) && Math.abs(offset - offset_ms.value) > 1500) offset_ms.value = offset
  }

  function start(): void {
    if (timer) return
    timer = window.setInterval(() => (tick.value = Date.now()), 1000)
    onAnswer((response, sentAt) => {
      const said = Date.parse(response.headers.get('date') ?? '')
      // The header has whole seconds: half a second is the fairest guess.
      hear(said + 500, (sentAt + Date.now()) / 2)
    })
  }

  return { now, offset_ms, hear, start }
})
