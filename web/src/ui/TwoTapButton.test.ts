import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import TwoTapButton from './TwoTapButton.vue'

const button = () => mount(TwoTapButton, { props: { label: 'start', again: 'sure?' } })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a button for what cannot be taken back', () => {
  test('does nothing at the first tap but asks', async () => {
    const wrapper = button()
    await wrapper.trigger('click')
    expect(wrapper.emitted('press')).toBeUndefined()
    expect(wrapper.text()).toBe('sure?')
  })

  test('forgets the first tap after five seconds', async () => {
    const wrapper = button()
    await wrapper.trigger('click')
    await vi.advanceTimersByTimeAsync(5100)
    await wrapper.trigger('click')
    expect(wrapper.emitted('press')).toBeUndefined()
  })

  test('does it at the second tap, once', async () => {
    const wrapper = button()
    await wrapper.trigger('click')
    await wrapper.trigger('click')
    expect(wrapper.emitted('press')).toHaveLength(1)
  })
})
