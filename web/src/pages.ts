import type { RouteRecordRaw } from 'vue-router'

/** One line of a list of pages: where, which component, the files of words it speaks from, the key of its name. */
export function page(path: string, component: RouteRecordRaw['component'], words: string[], title: string): RouteRecordRaw {
  return { path, component: component!, meta: { words, title } } as RouteRecordRaw
}

/** Without a login. */
export function everybody(path: string, component: RouteRecordRaw['component'], words: string[]): RouteRecordRaw {
  return { path, component: component!, meta: { words, title: 'common.nav.open', open: true } } as RouteRecordRaw
}
