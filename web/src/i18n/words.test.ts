import { describe, expect, test } from 'vitest'
import type { Module, Words } from './words'

const modules = import.meta.glob<{ default: Module }>('./messages/*.ts', { eager: true })

function keys(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keys(value, `${prefix}${key}.`),
  )
}

const sources = import.meta.glob<string>(['/src/**/*.{vue,ts}', '!/src/**/*.{test,d}.ts', '!/src/i18n/messages/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const pages = Object.entries(sources)

const name = (path: string) => path.replace(/^.*\/|\.ts$/g, '')
const known = new Set(Object.entries(modules).flatMap(([path, module]) => keys(module.default.zh, `${name(path)}.`)))

describe('the two languages', () => {
  test.each(Object.entries(modules))('%s says the same things in both', (_path, module) => {
    expect(keys(module.default.en).sort()).toEqual(keys(module.default.zh).sort())
  })

  test('leave no word empty', () => {
    for (const module of Object.values(modules)) {
      for (const language of [module.default.zh, module.default.en]) {
        expect(Object.values(flat(language)).filter((text) => text.trim() === '')).toEqual([])
      }
    }
  })
})

function flat(words: Words): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') out[key] = value
    else for (const [inner, text] of Object.entries(flat(value))) out[`${key}.${inner}`] = text
  }
  return out
}

describe('the pages', () => {
  test('ask only for words that exist', () => {
    const missing = pages.flatMap(([path, source]) =>
      [...withoutComments(source).matchAll(/\bt\(\s*'([\w.]+)'|keypath="([\w.]+)"/g)]
        .map((match) => match[1] ?? match[2] ?? '')
        .filter((key) => !key.endsWith('.') && !known.has(key))
        .map((key) => `${path}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('hold no Chinese of their own outside comments', () => {
    const spoken = pages.filter(([, source]) => /[\u4e00-\u9fff]/.test(withoutComments(source))).map(([path]) => path)
    expect(spoken).toEqual([])
  })
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(^|\s)\/\/.*$/gm, '')
}
