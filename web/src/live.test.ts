import { createPinia, setActivePinia } from 'pinia'
import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { goLive, hangUp, useNotices } from './live'
import { useLink } from './stores/link'

class Line {
  static made: Line[] = []
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  constructor(readonly url: string) {
    Line.made.push(this)
  }
  close(): void {
    this.onclose?.()
  }
  say(notice: object): void {
    this.onmessage?.({ data: JSON.stringify(notice) })
  }
}

const last = () => Line.made.at(-1)!

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Line)
  Line.made = []
  setActivePinia(createPinia())
})
afterEach(() => {
  hangUp()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the live line', () => {
  test('tells notices to those who listen, and no longer when they are gone', () => {
    const heard: string[] = []
    const scope = effectScope()
    scope.run(() => useNotices((notice) => heard.push(notice.kind)))
    goLive()
    last().onopen?.()
    last().say({ kind: 'call.answered' })
    scope.stop()
    last().say({ kind: 'call.placed' })
    expect(heard).toEqual(['call.answered'])
  })

  test('keeps pings to itself', () => {
    const heard: string[] = []
    effectScope().run(() => useNotices((notice) => heard.push(notice.kind)))
    goLive()
    last().say({ kind: 'ping' })
    expect(heard).toEqual([])
  })

  test('that breaks is said to be down, tried again, and every list is read anew', () => {
    const heard: string[] = []
    effectScope().run(() => useNotices((notice) => heard.push(notice.kind)))
    goLive()
    last().onopen?.()
    last().close()
    expect(useLink().live).toBe('down')
    vi.advanceTimersByTime(2000)
    expect(Line.made).toHaveLength(2)
    last().onopen?.()
    expect(useLink().live).toBe('up')
    expect(heard).toEqual(['reconnected'])
  })

  test('that falls silent after pinging is taken for dead', () => {
    goLive()
    last().onopen?.()
    last().say({ kind: 'ping' })
    vi.advanceTimersByTime(61_000)
    expect(useLink().downSince).not.toBeNull()
  })

  test('is not tried again after hanging up', () => {
    goLive()
    hangUp()
    vi.advanceTimersByTime(60_000)
    expect(Line.made).toHaveLength(1)
  })
})
