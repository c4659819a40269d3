// Reads every page with axe-core (WCAG 2.2 AA) and fails on any violation. Usage: [LARGE=1] node tools/axe.mjs [name …]
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { BASE, launch, open, resolve, settled } from './browser.mjs'
import { pages } from './pages.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const large = process.env.LARGE === '1'
const wanted = process.argv.slice(2)
const LANES = 3
const browser = await launch()
let broken = 0

/** Opens one page as its reader does and prints what axe finds there. */
async function read(page) {
  // The smaller screen is the harder one to fit, and its maps are drawn sooner.
  const screen = page.screens.find((each) => each !== '1920x1080') ?? page.screens[0]
  const window = await open(browser, { screen, login: page.login })
  await window.page.addInitScript((size) => localStorage.setItem('anlan.size', size), large ? 'large' : 'normal')
  await window.page.goto(BASE + (await resolve(window.context, page.path)))
  await settled(window.page)
  await window.page.evaluate(axe)
  const { violations, passes } = await window.page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly }),
    rules,
  )
  broken += violations.length
  console.log(page.name, `violations ${violations.length}`, `passed ${passes.length}`)
  for (const rule of violations) {
    for (const node of rule.nodes.slice(0, 4))
      console.log(`   ${rule.id} (${rule.impact}): ${node.target.join(' ')} — ${node.any[0]?.message ?? ''}`)
  }
  await window.context.close()
}

// Most of a page's time is waiting for its answers and its map: some pages wait beside each other.
const left = pages.filter(({ name }) => !wanted.length || wanted.includes(name))
const lane = async () => {
  for (let page = left.shift(); page; page = left.shift()) await read(page)
}
await Promise.all(Array.from({ length: LANES }, lane))
await browser.close()
process.exit(broken ? 1 : 0)
