export type Words = { [key: string]: string | Words }
type Mirror<W> = { [K in keyof W]: W[K] extends string ? string : Mirror<W[K]> }
export interface Module {
  zh: Words
  en: Words
}

/** A module's words: Chinese decides the shape, English must say every one of them. */
export function words<W extends Words>(zh: W, en: Mirror<W>): Module {
  return { zh, en: en as Words }
}
