import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { api, ask, type Expected, type Shelter } from '@/api'
import { useWork } from './work'
import { useOutbox } from './outbox'

/** The shelters of this person. The last list read stays on the page while there is no signal. */
export const useKept = defineStore('kept shelters', () => {
  const shelters = shallowRef<Shelter[]>([])
  const work = useWork()
  const box = useOutbox()

  async function load(): Promise<void> {
    try {
      shelters.value = (await ask(api.GET('/api/v1/shelters', { params: { query: { mine: '1' } } }))).items
    } catch {
      // Without signal the list of the last time stands.
    }
  }

  /** A household or people by name; without signal it waits in the outbox. */
  const signIn = (shelter: Shelter, who: Expected | null, name: string, people: number, over: boolean, move: boolean) =>
    box.hand({
      id: `stay:${shelter.id}:${who?.household ?? name}`,
      kind: 'stay',
      title: who?.label ?? name,
      person: work.person,
      at: Date.now(),
      path: `/api/v1/shelters/${shelter.id}/stays`,
      body: { household: who?.household ?? '', name, people, over, move, way: 'list' },
    })

  return { shelters, load, signIn }
})
