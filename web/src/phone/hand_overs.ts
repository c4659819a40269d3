import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { api, ask, type Dispatch, type DispatchLeg } from '@/api'
import { useSession } from '@/stores/session'
import { useOutbox } from './outbox'
import { useWork } from './work'

type Way = 'hand-over' | 'receipt'

/** Supplies that leave a store of this station, or are to be receipted here. */
export const useHandOvers = defineStore('hand overs', () => {
  const all = shallowRef<Dispatch[]>([])
  const session = useSession()
  const work = useWork()
  const box = useOutbox()
  const legs = computed(() => all.value.flatMap((dispatch) => dispatch.legs.map((leg) => ({ dispatch, leg }))))
  const leaving = computed(() =>
    session.may('stock.keep') ? legs.value.filter(({ leg }) => leg.own && !leg.handed_at) : [],
  )
  const arriving = computed(() =>
    session.may('dispatch.receipt')
      ? legs.value.filter(({ dispatch, leg }) => dispatch.asked_here && leg.handed_at && !leg.receipted_at)
      : [],
  )

  /** A phone does not choose a world: what a drill moves is shown beside what is real, each marked. */
  async function load(): Promise<void> {
    if (!session.may('stock.view')) return
    try {
      const page = await ask(api.GET('/api/v1/dispatches', { params: { query: { limit: 30 } } }))
      all.value = page.items.filter((each) => each.stage !== 'closed' && each.stage !== 'asked')
    } catch {
      // Without signal the list of the last time stands.
    }
  }

  const key = (dispatch: Dispatch, leg: DispatchLeg, way: Way) => `${way}:${dispatch.id}:${leg.store}`
  const waits = (dispatch: Dispatch, leg: DispatchLeg, way: Way) => box.holds(key(dispatch, leg, way))

  async function send(dispatch: Dispatch, leg: DispatchLeg, way: Way, signature: Blob | null): Promise<'sent' | 'kept'> {
    const how = await box.hand({
      id: key(dispatch, leg, way),
      kind: 'stock',
      title: dispatch.title,
      person: work.person,
      at: Date.now(),
      path: `/api/v1/dispatches/${dispatch.id}/${way}`,
      body: { store: leg.store, ...(way === 'hand-over' ? { team: leg.team } : {}) },
      ...(signature ? { photo: signature } : {}),
    })
    await load()
    return how
  }

  return { leaving, arriving, load, waits, send }
})
