import { shallowRef } from 'vue'
import { api, ask, type Household, type HouseholdState } from '@/api'
import { useLoaded } from '@/load'

const MOST = 300

/** The households of one order as chosen. Once read, only those marked since are asked for: a mark reaches many screens. */
export function useListed(transfer: string, chosen: () => { area: string; state: HouseholdState | '' }) {
  const rows = shallowRef<Household[] | null>(null)
  let of = ''

  async function read(query: { since?: number }): Promise<Household[]> {
    const { area, state } = chosen()
    // What has left the chosen state must be heard of too.
    const asked = { limit: MOST, ...(area ? { area } : {}), ...(state && !query.since ? { state } : {}), ...query }
    const path = { path: { transfer } }
    return (await ask(api.GET('/api/v1/transfers/{transfer}/households', { params: { ...path, query: asked } }))).items
  }

  async function refresh(): Promise<void> {
    const { area, state } = chosen()
    const wanted = `${area}/${state}`
    if (rows.value === null || of !== wanted) {
      rows.value = await read({})
      of = wanted
      return
    }
    const latest = Math.max(0, ...rows.value.map((row) => (row.marked_at ? Date.parse(row.marked_at) : 0)))
    if (latest === 0) rows.value = await read({})
    else rows.value = merged(rows.value, await read({ since: latest }), state)
  }

  const { problem, reload } = useLoaded(refresh, { hears: ['transfer.'] })
  return { rows, problem, reload }
}

/** The list with what is newer, in its own order; what no longer has the chosen state is gone. */
export function merged(list: Household[], newer: Household[], state: HouseholdState | ''): Household[] {
  const fresh = new Map(newer.map((row) => [row.household, row]))
  const known = new Set(list.map((row) => row.household))
  const all = list.map((row) => fresh.get(row.household) ?? row).concat(newer.filter((row) => !known.has(row.household)))
  return all.filter((row) => !state || row.state === state)
}
