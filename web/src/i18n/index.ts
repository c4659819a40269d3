import { createI18n } from 'vue-i18n'
import common from './messages/common'
import type { Module } from './words'

export type Locale = 'zh-CN' | 'en'
const STORED = 'anlan.locale'

const lazy = import.meta.glob<{ default: Module }>(['./messages/*.ts', '!./messages/common.ts'])
const loaded = new Set<string>(['common'])

export const i18n = createI18n({
  legacy: false,
  locale: remembered(),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': { common: common.zh }, en: { common: common.en } },
})

function remembered(): Locale {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN'
}

export function locale(): Locale {
  return i18n.global.locale.value as Locale
}

export function setLocale(next: Locale): void {
  i18n.global.locale.value = next
  localStorage.setItem(STORED, next)
  document.documentElement.lang = next
}

/** Brings the words of a module (a file of ./messages) under its own name: t('desk.title'). */
export async function bringWords(modules: string[]): Promise<void> {
  await Promise.all(modules.filter((name) => !loaded.has(name)).map(bring))
}

async function bring(name: string): Promise<void> {
  const load = lazy[`./messages/${name}.ts`]
  if (!load) throw new Error(`no words for module ${name}`)
  const module = (await load()).default
  i18n.global.mergeLocaleMessage('zh-CN', { [name]: module.zh })
  i18n.global.mergeLocaleMessage('en', { [name]: module.en })
  loaded.add(name)
}
