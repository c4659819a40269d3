import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, ask, type Drill } from '@/api'

/** Reality, or one drill: every list asks through `scope`, so the two are never shown together. */
export const useDrill = defineStore('drill', () => {
  const current = ref<Drill | null>(null)
  const running = ref<Drill[]>([])
  const id = computed(() => current.value?.id ?? '')
  const scope = computed<{ drill?: string }>(() => (id.value ? { drill: id.value } : {}))

  async function load(): Promise<void> {
    const page = await ask(api.GET('/api/v1/drills'))
    running.value = page.items.filter((drill) => drill.state === 'running')
    if (current.value && !running.value.some((drill) => drill.id === id.value)) current.value = null
  }

  function enter(drill: Drill): void {
    current.value = drill
  }

  function leave(): void {
    current.value = null
  }

  return { current, running, id, scope, load, enter, leave }
})
