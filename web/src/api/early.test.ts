import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchEarly } from './early'

const ask = (path: string, method = 'GET') => fetchEarly(new Request(new URL(path, location.href), { method }))
const waits = window as unknown as { anlanEarly?: Record<string, Promise<Response>> }

beforeEach(() => vi.stubGlobal('fetch', async () => new Response('asked anew')))
afterEach(() => {
  vi.unstubAllGlobals()
  delete waits.anlanEarly
})

test('without early questions everything is asked for', async () => {
  expect(await (await ask('/api/v1/me')).text()).toBe('asked anew')
})

test('an early answer is taken over once, and only for the very same question', async () => {
  waits.anlanEarly = { '/api/v1/tasks?mine=1': Promise.resolve(new Response('early')) }
  expect(await (await ask('/api/v1/tasks')).text()).toBe('asked anew')
  expect(await (await ask('/api/v1/tasks?mine=1', 'POST')).text()).toBe('asked anew')
  expect(await (await ask('/api/v1/tasks?mine=1')).text()).toBe('early')
  expect(await (await ask('/api/v1/tasks?mine=1')).text()).toBe('asked anew')
})

test('a refusal from before signing in is not taken over', async () => {
  waits.anlanEarly = { '/api/v1/me': Promise.resolve(new Response('no', { status: 401 })) }
  expect(await (await ask('/api/v1/me')).text()).toBe('asked anew')
})

test('no network early is no network', async () => {
  waits.anlanEarly = { '/api/v1/me': Promise.reject(new TypeError('no network')) }
  await expect(ask('/api/v1/me')).rejects.toThrow(TypeError)
})
