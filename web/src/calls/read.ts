import { api, ask, type Call } from '@/api'

/** Every call of a response (of all open ones without `response`), page after page. */
export async function readCalls(scope: { drill?: string }, response: string): Promise<Call[]> {
  const all: Call[] = []
  let cursor: string | null = null
  do {
    const query = { ...scope, limit: 1000, ...(response ? { response } : { open: '1' as const }), ...(cursor ? { cursor } : {}) }
    const page: { items: Call[]; cursor: string | null } = await ask(api.GET('/api/v1/calls', { params: { query } }))
    all.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return all
}
