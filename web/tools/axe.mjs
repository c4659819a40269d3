// Reads every page with axe-core (WCAG 2.2 AA) and fails on any violation. Usage: [LARGE=1] node tools/axe.mjs [name …]
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BASE, enter, launch, resolve, settled, tab } from './browser.mjs'
import { pages } from './pages.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const large = process.env.LARGE === '1'
const wanted = process.argv.slice(2)
const LANES = 3
const browser = await launch()
let broken = 0

/** Whoever reads several pages signs in once and keeps what the browser keeps. */
const readers = new Map()
function readerOf({ login, screen }) {
  const key = `${login} ${screen}`
  if (!readers.has(key)) {
    const coming = enter(browser, { login, screen }).then(async (context) => {
      await context.addInitScript((size) => localStorage.setItem('anlan.size', size), large ? 'large' : 'normal')
      return context
    })
    readers.set(key, coming)
  }
  return readers.get(key)
}

/** Opens one page as its reader does and prints what axe finds there. */
async function read(page) {
  // The smaller screen is the harder one to fit, and its maps are drawn sooner.
  const screen = page.screens.find((each) => each !== '1920x1080') ?? page.screens[0]
  const context = await readerOf({ login: page.login, screen })
  const window = await tab(context)
  await window.goto(BASE + (await resolve(context, page.path)))
  await settled(window)
  await window.evaluate(axe)
  const { violations, passes } = await window.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly }),
    rules,
  )
  broken += violations.length
  console.log(page.name, `violations ${violations.length}`, `passed ${passes.length}`)
  for (const rule of violations) {
    for (const node of rule.nodes.slice(0, 4))
      console.log(`   ${rule.id} (${rule.impact}): ${node.target.join(' ')} — ${node.any[0]?.message ?? ''}`)
  }
  await window.close()
}

// Most of a page's time is waiting for its answers and its map: some pages wait beside each other.
const left = pages.filter(({ name }) => !wanted.length || wanted.includes(name))
const lane = async () => {
  for (let page = left.shift(); page; page = left.shift()) await read(page)
}
await Promise.all(Array.from({ length: LANES }, lane))
await browser.close()
process.exit(broken ? 1 : 0)
