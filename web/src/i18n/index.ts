import { markRaw } from 'vue'
import { createI18n } from 'vue-i18n'
import common from './messages/common'
import { sentences, type Sentences } from './sentences'
import type { Module } from './words'

export type Locale = 'zh-CN' | 'en'
const STORED = 'anlan.locale'

const lazy = import.meta.glob<{ default: Module }>(['./messages/*.ts', '!./messages/common.ts'])
const loaded = new Set<string>(['common'])
const said: Record<Locale, Sentences> = {
  'zh-CN': { common: markRaw(sentences(common.zh)) },
  en: { common: markRaw(sentences(common.en)) },
}

export const i18n = createI18n({
  legacy: false,
  locale: remembered(),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': { ...said['zh-CN'] }, en: { ...said.en } },
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
  const missing = modules.filter((name) => !loaded.has(name))
  if (!missing.length) return
  await Promise.all(missing.map(bring))
  // Told once for all of them, and as they are: merged one by one they would be copied through vue's own watching.
  for (const each of ['zh-CN', 'en'] as const) i18n.global.setLocaleMessage(each, { ...said[each] })
  missing.forEach((name) => loaded.add(name))
}

async function bring(name: string): Promise<void> {
  const load = lazy[`./messages/${name}.ts`]
  if (!load) throw new Error(`no words for module ${name}`)
  const module = (await load()).default
  said['zh-CN'][name] = markRaw(sentences(module.zh))
  said.en[name] = markRaw(sentences(module.en))
}
