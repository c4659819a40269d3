import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { useSession } from './session'

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
})

test('what a killed browser has forgotten is known from what the phone kept', () => {
  const session = useSession()
  expect(session.may('enforcement.work')).toBe(false)
  session.recall(['enforcement.work'])
  expect(session.may('enforcement.work')).toBe(true)
})

test('what it remembers itself goes before', () => {
  localStorage.setItem('anlan.permissions', '["grid.report"]')
  const session = useSession()
  session.recall(['enforcement.work'])
  expect(session.may('enforcement.work')).toBe(false)
})
