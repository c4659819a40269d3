import { expect, test } from 'vitest'
import { i18n } from './index'
import { sentences } from './sentences'
import type { Module, Words } from './words'

const modules = import.meta.glob<{ default: Module }>('./messages/*.ts', { eager: true })
const texts = (words: Words): string[] =>
  Object.values(words).flatMap((said) => (typeof said === 'string' ? [said] : texts(said)))

test('a sentence names what it is given, and keeps every other sign as it is written', () => {
  const messages = sentences({ left: '还有 {n} 户，{who} 负责', sign: 'DRILL | @all', deep: { none: '没有' } })
  i18n.global.setLocaleMessage('zh-CN', { test: messages } as never)
  const t = i18n.global.t as (key: string, named?: Record<string, unknown>) => string
  expect(t('test.left', { n: 3, who: '测试甲' })).toBe('还有 3 户，测试甲 负责')
  expect(t('test.left', { n: 0 })).toBe('还有 0 户， 负责')
  expect(t('test.sign')).toBe('DRILL | @all')
  expect(t('test.deep.none')).toBe('没有')
})

test('no word wants more than names in braces', () => {
  const more = Object.values(modules)
    .flatMap(({ default: { zh, en } }) => [...texts(zh), ...texts(en)])
    .filter((text) => /[{}]/.test(text.replace(/\{\w+\}/g, '')))
  expect(more).toEqual([])
})
