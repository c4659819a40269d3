import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Me } from '@/api'
import { useSession } from '@/stores/session'
import { useOutbox, useShelf, type Outgoing } from './outbox'
import { memoryShelf } from './shelf'

const me = { person: 'p1' } as Me
const answer = (id = 'answer:c1', at = 1): Outgoing => ({
  id,
  kind: 'answer',
  title: 'x',
  person: 'p1',
  at,
  path: '/api/v1/calls/c1/answer',
  body: {},
})
let said: Response | 'no network'
let sent: string[]

beforeEach(() => {
  setActivePinia(createPinia())
  useShelf(memoryShelf())
  useSession().me = me
  sent = []
  vi.stubGlobal('fetch', async (path: string) => {
    if (said === 'no network') throw new TypeError('no network')
    sent.push(path)
    return said.clone()
  })
})
afterEach(() => vi.unstubAllGlobals())

const problem = (status: number, code: string) =>
  new Response(JSON.stringify({ code, message: `words of ${code}` }), { status })

describe('a household signed in without signal', () => {
  const stay: Outgoing = { ...answer('stay:s1:h1'), kind: 'stay', path: '/api/v1/shelters/s1/stays', body: { household: 'h1' } }

  test('that the station finds in another shelter is kept, with the way to bring it here', async () => {
    said = 'no network'
    const box = useOutbox()
    await box.hand(stay)
    said = problem(422, 'already_in_shelter')
    await box.flush()
    expect(box.refused[0]).toMatchObject({ id: 'stay:s1:h1', code: 'already_in_shelter', refused: 'words of already_in_shelter' })
    said = new Response('{}')
    await box.again('stay:s1:h1', { move: true })
    expect(box.all).toEqual([])
  })
})

describe('a report with two photos and a voice note', () => {
  const blob = (text: string) => new Blob([text])
  const report = (): Outgoing => ({
    ...answer('report:1'),
    kind: 'report',
    path: '/api/v1/incidents',
    files: [
      { field: 'photos', list: true, blob: blob('one') },
      { field: 'photos', list: true, blob: blob('two') },
      { field: 'voice', list: false, blob: blob('said') },
    ],
  })
  /** A station that names each file after its content, once it is whole. */
  const station = (bodies: Record<string, unknown>[], cutAt = -1) => {
    let asked = 0
    return async (path: string, init: { method: string; body: Blob | string | null }) => {
      if (asked++ === cutAt) throw new TypeError('no network')
      if (typeof init.body === 'string') bodies.push(JSON.parse(init.body) as Record<string, unknown>)
      if (!path.includes('/uploads/')) return new Response('{}')
      if (init.method === 'GET') return new Response(JSON.stringify({ held: 0, attachment: null }))
      return new Response(JSON.stringify({ held: 9, attachment: `name of ${(init.body as Blob).size}` }))
    }
  }

  test('names them in its body in their order', async () => {
    const bodies: Record<string, unknown>[] = []
    vi.stubGlobal('fetch', station(bodies))
    expect(await useOutbox().hand(report())).toBe('sent')
    expect(bodies).toEqual([{ photos: ['name of 3', 'name of 3'], voice: 'name of 4' }])
  })

  test('cut at any point is kept whole, and sent as one the next time', async () => {
    for (const cut of [0, 1, 2, 3]) {
      setActivePinia(createPinia())
      useShelf(memoryShelf())
      useSession().me = me
      const bodies: Record<string, unknown>[] = []
      vi.stubGlobal('fetch', station(bodies, cut))
      const box = useOutbox()
      expect(await box.hand(report())).toBe('kept')
      expect(box.waiting[0]?.files?.map((file) => Boolean(file.upload))).toEqual([true, true, true])
      await box.flush()
      expect(bodies).toHaveLength(1)
      expect(box.all).toEqual([])
    }
  })
})

describe('an answer given without signal', () => {
  test('is kept, also when the page is opened anew', async () => {
    said = 'no network'
    expect(await useOutbox().hand(answer())).toBe('kept')
    setActivePinia(createPinia())
    await useOutbox().load()
    expect(useOutbox().holds('answer:c1')).toBe(true)
  })

  test('pressed twice is one', async () => {
    said = 'no network'
    await useOutbox().hand(answer())
    await useOutbox().hand(answer('answer:c1', 2))
    expect(useOutbox().waiting).toHaveLength(1)
  })

  test('is sent in the order given when the network is back', async () => {
    said = 'no network'
    const box = useOutbox()
    await box.hand(answer())
    await box.hand({ ...answer('task:t1', 2), path: '/api/v1/tasks/t1/confirm' })
    said = new Response('{}')
    await box.flush()
    expect(sent).toEqual(['/api/v1/calls/c1/answer', '/api/v1/tasks/t1/confirm'])
    expect(box.waiting).toHaveLength(0)
  })

  test('is done when another was quicker', async () => {
    said = 'no network'
    const box = useOutbox()
    await box.hand(answer())
    said = problem(409, 'already_answered')
    await box.flush()
    expect(box.all).toHaveLength(0)
  })

  test('that is refused later stays with the station’s words', async () => {
    said = 'no network'
    const box = useOutbox()
    await box.hand(answer())
    said = problem(403, 'not_called')
    await box.flush()
    expect(box.refused[0]?.refused).toBe('words of not_called')
  })

  test('is never sent in another person’s name', async () => {
    said = 'no network'
    const box = useOutbox()
    await box.hand(answer())
    useSession().me = { ...me, person: 'p2' }
    said = new Response('{}')
    await box.flush()
    expect(sent).toEqual([])
    expect(box.waiting).toHaveLength(1)
  })
})

describe('an answer refused at once', () => {
  test('is told to the one who pressed, and not kept', async () => {
    said = problem(403, 'not_called')
    await expect(useOutbox().hand(answer())).rejects.toMatchObject({ code: 'not_called' })
    expect(useOutbox().all).toHaveLength(0)
  })
})
