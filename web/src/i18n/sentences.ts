import type { MessageContext } from 'vue-i18n'
import type { Words } from './words'

export type Sentence = (context: MessageContext) => string
export type Sentences = { [key: string]: Sentence | Sentences }

/** Even places are text, odd ones names: "还有 {n} 户" says n between two texts. */
function sentence(text: string): Sentence {
  const parts = text.split(/\{(\w+)\}/)
  if (parts.length === 1) return () => text
  return (context) => parts.map((part, at) => (at % 2 ? String(context.named(part) ?? '') : part)).join('')
}

/**
 * Words as vue-i18n runs them. Ours only ever name things in braces, so its compiler of messages, a tenth of what a phone
 * has to bring before its first page, stays out (vite.config.ts takes the build without it).
 */
export function sentences(words: Words): Sentences {
  return Object.fromEntries(
    Object.entries(words).map(([key, said]) => [key, typeof said === 'string' ? sentence(said) : sentences(said)]),
  )
}
