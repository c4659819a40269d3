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
