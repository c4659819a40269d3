import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, ask, type Link } from '@/api'

/** Two links: this page to the station's program, and the station to its county. Being cut off is a state, not an error. */
export const useLink = defineStore('link', () => {
  const live = ref<'connecting' | 'up' | 'down'>('connecting')
  const downSince = ref<number | null>(null)
  const links = ref<Link[]>([])
  const parent = computed(() => links.value.find((link) => link.direction === 'parent') ?? null)
  const parentDown = computed(() => parent.value !== null && !parent.value.up)

  /** Stations below that were in touch and are not now. */
  const lost = computed(() => links.value.filter((link) => link.direction === 'child' && !link.up && link.last_at))

  function liveUp(): void {
    live.value = 'up'
    downSince.value = null
  }

  function liveDown(at: number): void {
    live.value = 'down'
    downSince.value ??= at
  }

  async function load(): Promise<void> {
    links.value = (await ask(api.GET('/api/v1/links'))).items
  }

  return { live, downSince, links, parent, parentDown, lost, liveUp, liveDown, load }
})
