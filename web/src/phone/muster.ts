import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { api, ask, type MyCallout } from '@/api'

/** Call-outs that called the person holding this phone; what was read last stays when the line is gone. */
export const useMuster = defineStore('muster', () => {
  const callouts = shallowRef<MyCallout[]>([])
  async function load(): Promise<void> {
    const page = await ask(api.GET('/api/v1/callouts/mine')).catch(() => null)
    if (page) callouts.value = [...page.items].sort((a, b) => (a.callout.drill ? 1 : 0) - (b.callout.drill ? 1 : 0))
  }
  return { callouts, load }
})

/** Calls that belong to a call-out are answered there, with a yes or a no. */
export const ofCallout = (call: { response: string | null }): boolean => Boolean(call.response?.startsWith('callout:'))
