import { describe, expect, test } from 'vitest'
import { bytesOf, deviceName, idOf } from './bell'

describe('a device', () => {
  test('is named by system and browser', () => {
    const edge = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36 EdgA/126.0'
    expect(deviceName(edge)).toBe('Android · Edge')
    const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
    expect(deviceName(iphone)).toBe('iPhone · Safari')
    expect(deviceName('')).toBe('')
  })
  test('has the name the station gives it', async () => {
    // The first half of SHA-256 of "abc" (FIPS 180-4).
    expect(await idOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223')
  })
  test('takes the key as bytes', () => {
    expect([...bytesOf('-_8')]).toEqual([251, 255])
  })
})
