import { afterEach, expect, test, vi } from 'vitest'
import type { Outgoing } from './outbox'
import { sendItem } from './send'

afterEach(() => vi.unstubAllGlobals())

test('a file is named wherever the body speaks of it, and the kept body stays as it was', async () => {
  const bodies: unknown[] = []
  vi.stubGlobal('fetch', async (_path: string, init: { body: string }) => {
    bodies.push(JSON.parse(init.body))
    return new Response('{}')
  })
  const blob = new Blob(['x'])
  const out: Outgoing = {
    id: 'inspection:1',
    kind: 'inspection',
    title: '测试商店',
    person: 'p1',
    at: 1,
    path: '/record',
    body: { answers: [{ photos: [] }, { photos: [] }], hazards: [{ photos: [] }], officers: [{ person: 'p1', picture: '' }] },
    files: [
      { field: 'answers.1.photos', also: 'hazards.0.photos', list: true, blob },
      { field: 'answers.1.photos', also: 'hazards.0.photos', list: true, blob },
      { field: 'officers.0.picture', list: false, blob },
      { field: 'party_signature', list: false, blob },
    ],
  }
  const kept = JSON.stringify(out.body)
  await sendItem(out, null, ['a', 'b', 'c', 'd'], 1)
  expect(bodies).toEqual([
    {
      answers: [{ photos: [] }, { photos: ['a', 'b'] }],
      hazards: [{ photos: ['a', 'b'] }],
      officers: [{ person: 'p1', picture: 'c' }],
      party_signature: 'd',
    },
  ])
  expect(JSON.stringify(out.body)).toBe(kept)
})
