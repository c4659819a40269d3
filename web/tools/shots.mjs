// Takes a picture of every page on every screen it is made for. Usage: node tools/shots.mjs [name …]
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BASE, launch, open, resolve, settled } from './browser.mjs'
import { pages } from './pages.mjs'

const folder = process.env.SHOTS ?? fileURLToPath(new URL('../../shots', import.meta.url))
const wanted = process.argv.slice(2)
const large = process.env.LARGE === '1'
const locale = process.env.ANLAN_LOCALE
mkdirSync(folder, { recursive: true })

const browser = await launch()
let faults = 0
for (const page of pages.filter(({ name }) => !wanted.length || wanted.includes(name))) {
  for (const screen of page.screens) {
    const window = await open(browser, { screen, login: page.login })
    const settings = { large, locale }
    await window.page.addInitScript((set) => {
      localStorage.setItem('anlan.size', set.large ? 'large' : 'normal')
      if (set.locale) localStorage.setItem('anlan.locale', set.locale)
    }, settings)
    const path = await resolve(window.context, page.path)
    await window.page.goto(BASE + path)
    await settled(window.page)
    const scrolls = await window.page.evaluate(
      () => document.querySelector('main')?.scrollHeight > (document.querySelector('main')?.clientHeight ?? 0) + 1,
    )
    const file = `${page.name}_${screen}${large ? '_large' : ''}${locale ? `_${locale}` : ''}.png`
    await window.page.screenshot({ path: `${folder}/${file}` })
    faults += window.page.faults.length
    console.log(file, scrolls ? '(scrolls)' : '', ...window.page.faults.map((fault) => `\n   ! ${fault}`))
    await window.context.close()
  }
}
await browser.close()
process.exit(faults ? 1 : 0)
