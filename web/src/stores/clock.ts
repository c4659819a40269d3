import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { stationTime_ms } from '@/api'

const ASK_EVERY_MS = 60_000
const STEADY_MS = 1500 // Smaller differences are left alone: clocks must not jitter.

/** The station's time: the server's clock, not this computer's, which may be wrong by hours. */
export const useClock = defineStore('clock', () => {
  const offset_ms = ref(0)
  const tick = ref(Date.now())
  const now = computed(() => tick.value + offset_ms.value)
  let timer = 0

  /** Corrects by what the server's clock showed at `heardAt_ms` of ours. */
  function hear(server_ms: number, heardAt_ms: number): void {
    const offset = server_ms - heardAt_ms
    if (Number.isFinite(offset) && Math.abs(offset - offset_ms.value) > STEADY_MS) offset_ms.value = offset
  }

  async function ask(): Promise<void> {
    const asked = Date.now()
    const said = await stationTime_ms()
    // The answer was made somewhere on the way: half-way is the fairest guess.
    if (said !== null) hear(said, (asked + Date.now()) / 2)
  }

  function start(): void {
    if (timer) return
    timer = window.setInterval(() => (tick.value = Date.now()), 1000)
    window.setInterval(() => void ask(), ASK_EVERY_MS)
    void ask()
  }

  return { now, offset_ms, hear, start }
})
