// What the station keeps is found by two characters, and what is on the page is handed out as a file.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { COUNTY, signIn, startCounty, until, YONGNING } from './county.mjs'
import { enter, launch } from './screen.mjs'

const pictures = process.env.SHOTS
const SCREENS = { '1920x1080': [1920, 1080], '1366x768': [1366, 768], '390x844': [390, 844] }
let county, browser, bureau, officer, order

async function picture(page, name) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [screen, [width, height]] of Object.entries(SCREENS)) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${pictures}/search_${name}_${screen}.png` })
  }
  await page.setViewportSize(size)
}

async function file(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(COUNTY), 'shiju')
  const issued = await officer.post('/api/v1/orders', {
    kind: 'order',
    title: '关于开展海上风电平台人员撤离的紧急指令',
    text: '一、立即撤离\n各平台人员于今日18时前全部撤离上岸，<b>不得</b>滞留。',
    to: [YONGNING],
  })
  assert.equal(issued.status, 201)
  order = issued.body
  browser = await launch()
  bureau = await enter(browser, county.url(COUNTY), { login: 'shiju', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('one character is too little, and the page says what to type', async () => {
  await bureau.goto(`${county.url(COUNTY)}/orders`)
  await bureau.getByRole('heading', { name: '指令', exact: true }).waitFor()
  await bureau.keyboard.press('/')
  await bureau.getByRole('heading', { name: '全站检索' }).waitFor()
  await bureau.getByRole('searchbox').fill('风')
  await bureau.getByText('要找什么？').waitFor()
})

test('two characters find the order, marked, with the way to it', async () => {
  await bureau.getByRole('searchbox').fill('风电')
  await bureau.locator('mark', { hasText: '风电' }).first().waitFor()
  await picture(bureau, 'found')
  await bureau.getByRole('link', { name: /海上风电平台/ }).click()
  await bureau.waitForURL(`**/orders/${order.id}`)
})

test('the order is handed out as Word and PDF, called after its title', async () => {
  await picture(bureau, 'order_files')
  const word = await file(bureau, '下载 Word')
  assert.equal(word.name, '关于开展海上风电平台人员撤离的紧急指令.docx')
  assert.equal(word.bytes.subarray(0, 2).toString(), 'PK')
  const pdf = await file(bureau, '下载 PDF')
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
})

test('lists are handed out as Excel', async () => {
  await bureau.goto(`${county.url(COUNTY)}/orders`)
  const orders = await file(bureau, '下载 Excel')
  assert.equal(orders.name, '指令、请报送与文件.xlsx')
  await bureau.goto(`${county.url(COUNTY)}/calls`)
  const calls = await file(bureau, '下载 Excel')
  assert.equal(calls.bytes.subarray(0, 2).toString(), 'PK')
})

test('a line of the log written by hand and a row of a list are found, each only by who may see it', async () => {
  const town = await signIn(county.url(YONGNING), 'zhiban')
  await town.post('/api/v1/duty/notes', { line: 'safety', text: '测试加油站油气回收装置报警，已停用检修' })
  const kinds = (page) => page.items.map((each) => each.kind)
  const find = (words) => `/api/v1/search?q=${encodeURIComponent(words)}`
  const lines = await until(() => town.get(find('油气回收')), (page) => page.items.length > 0)
  assert.deepEqual(kinds(lines), ['log'])
  assert.ok(kinds(await town.get(find('避灾点'))).includes('register'))
  const head = await signIn(county.url(YONGNING), 'cunzhang')
  assert.equal((await head.get(find('油气回收'))).code, 'not_permitted')
})

test('the works of the station are found too, each only by who may see it', async () => {
  const head = await signIn(county.url(YONGNING), 'zhanzhang')
  const town = await signIn(county.url(YONGNING), 'zhiban')
  const kinds = async (who, words) => (await who.get(`/api/v1/search?q=${encodeURIComponent(words)}`)).items.map((each) => each.kind)
  assert.ok((await kinds(town, '沿街作坊')).includes('inspection'))
  assert.ok((await kinds(town, '卫星电话一号机')).includes('device'))
  assert.ok((await kinds(town, '防台风知识讲座')).includes('activity'))
  assert.ok((await kinds(town, '每月试播')).includes('broadcast'))
  assert.ok((await kinds(head, '值班室修缮')).includes('contract'))
  assert.ok(!(await kinds(town, '值班室修缮')).includes('contract'), 'money is not for everybody')
})

test('what is not there is said to be not there', async () => {
  await bureau.goto(`${county.url(COUNTY)}/search?q=${encodeURIComponent('没有这种事')}`)
  await bureau.getByText('没有找到“没有这种事”').waitFor()
  await picture(bureau, 'none')
})
