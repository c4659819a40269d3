// From the survey to the file: a town surveys what it has, buys, checks itself and applies, the county reviews, has one item put right and gives its opinion; the town reads it.
// The county exports the package, anybody checks it, the prefecture files it by its digest and the receipt comes back.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { command, COUNTY, signIn, until } from './county.mjs'
import { PREFECTURE, startPrefecture } from './prefecture.mjs'
import { enter, launch } from './screen.mjs'

const HUBIN = '350581001000'
const CROSSED_ms = 20_000
const PHOTO_OF_TOWN = join(import.meta.dirname, '../../data/demo/pictures', 'corridor_free.png')
const PHOTO = join(import.meta.dirname, '../../data/demo/pictures/corridor_blocked.png')
let county, town, bureau, browser, townPage, countyPage, abovePage, id, file, digest, taken, mended

before(async () => {
  county = await startPrefecture()
  town = await signIn(county.url(HUBIN), 'zhanzhang')
  bureau = await signIn(county.url(COUNTY), 'shiju')
  browser = await launch()
  townPage = await enter(browser, county.url(HUBIN), { login: 'zhanzhang', kind: 'desk' })
  countyPage = await enter(browser, county.url(COUNTY), { login: 'shiju', kind: 'desk' })
  abovePage = await enter(browser, county.url(PREFECTURE), { login: 'shiju', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const sheet = async () => (await bureau.get(`/api/v1/acceptances/${id}`)).lines

test('the town surveys what it has, and buys only what it could not use on', async () => {
  const entered = await town.post('/api/v1/registers/reuse_survey', {
    values: { kind: '设备', name: '测试旧对讲机', count: 2, state: '完好', reuse: '可利旧', value_yuan: 600 },
  })
  assert.equal(entered.status, 201, JSON.stringify(entered.body))
  await townPage.goto(`${county.url(HUBIN)}/funds`)
  await townPage.getByRole('button', { name: '登记合同' }).click()
  await townPage.getByLabel('合同', { exact: true }).fill('测试电池')
  await townPage.getByLabel('供应单位').fill('测试供应商')
  await townPage.getByLabel('金额（元）').fill('100')
  await townPage.getByLabel('日期').fill('2026-01-05')
  await townPage.getByRole('checkbox', { name: /测试旧对讲机/ }).check()
  await townPage.getByRole('button', { name: '保存' }).click()
  await townPage.getByRole('listitem').filter({ hasText: '测试电池' }).getByText('利旧 1 项').waitFor()
  const told = async () => (await bureau.get('/api/v1/reuse')).items.find((each) => each.node === HUBIN)
  await until(told, (each) => each?.items.some((one) => one.name === '测试旧对讲机' && one.used), CROSSED_ms)
})

test('the county adopts the building plan, and sees on the wall chart what the town has done and how late', async () => {
  await countyPage.goto(`${county.url(COUNTY)}/building`)
  await countyPage.getByRole('button', { name: '下达 2025 年建设方案' }).click()
  await countyPage.getByText('已下达').first().waitFor()
  await until(() => town.get('/api/v1/building'), (chart) => chart.plan?.year === 2025, CROSSED_ms)
  await townPage.goto(`${county.url(HUBIN)}/building`)
  const survey = townPage.locator('.row').filter({ hasText: 'T01' })
  await survey.getByRole('button', { name: '报进度' }).click()
  await survey.getByRole('button', { name: '已完成' }).click()
  await survey.getByText('晚于计划，请写明原因').waitFor()
  await survey.getByLabel('晚于计划要写原因').fill('补做摸底')
  await survey.getByRole('button', { name: '已完成' }).click()
  await survey.getByText('补做摸底').waitFor()
  const chart = await until(() => bureau.get('/api/v1/building'), (all) => all.stations?.[0]?.done === 1, CROSSED_ms)
  assert.ok(chart.stations[0].late_days > 0)
})

test('too few points are refused with how many are missing', async () => {
  await townPage.goto(`${county.url(HUBIN)}/acceptance`)
  await townPage.getByRole('button', { name: '申请验收' }).click()
  const boxes = townPage.getByRole('spinbutton')
  await boxes.first().waitFor()
  for (const box of await boxes.all()) await box.fill('0')
  await townPage.getByRole('button', { name: '提交申请' }).click()
  await townPage.getByText(/自查 \d+\.\d 分，还差 \d+\.\d 分到 80 分/).waitFor()
})

test('with full points on what no record answers the application goes to the county', async () => {
  for (const full of await townPage.getByRole('button', { name: '满分' }).all()) await full.click()
  await townPage.getByRole('button', { name: '提交申请' }).click()
  await townPage.getByText('评审中').waitFor()
  const seen = await until(
    () => bureau.get('/api/v1/acceptances'),
    (all) => all.items.length === 1,
    CROSSED_ms,
  )
  id = seen.items[0].id
  assert.equal(seen.items[0].name, '湖滨街道')
})

test('the reviewer sees what records say, and owes a reason for other points', async () => {
  await countyPage.goto(`${county.url(COUNTY)}/acceptance`)
  await countyPage.getByRole('link', { name: '湖滨街道' }).click()
  const founding = countyPage.getByRole('listitem').filter({ hasText: 'A1' }).first()
  await founding.getByText(/设站文件 .*签发/).waitFor()
  await founding.getByRole('button', { name: '评审', exact: true }).click()
  await founding.getByRole('spinbutton').fill('1.5')
  await founding.getByRole('button', { name: '保存评审' }).click()
  await founding.getByText('得分与记录不同，请写明理由').waitFor()
  await founding.getByPlaceholder(/必须写明理由/).fill('铭牌未统一')
  await founding.getByLabel('照片').setInputFiles(PHOTO)
  await founding.getByRole('button', { name: '保存评审' }).click()
  await founding.getByText('铭牌未统一').waitFor()
  await founding.getByRole('link', { name: '照片' }).waitFor()
})

test('an item is put right between the two', async () => {
  const order = { item: 'B1', what: '值班室增配一套卧具', until: '2099-01-01' }
  assert.equal((await bureau.post(`/api/v1/acceptances/${id}/rectifications`, order)).status, 200)
  await townPage.goto(`${county.url(HUBIN)}/acceptance/${id}`)
  const item = townPage.getByRole('listitem').filter({ hasText: '值班室增配一套卧具' })
  await item.getByLabel('怎么整改的').fill('已购置两套')
  await item.getByLabel('照片').setInputFiles(PHOTO_OF_TOWN)
  await item.getByRole('button', { name: '报告整改结果' }).click()
  await item.getByText('镇里报：已购置两套').waitFor()
  const above = countyPage.getByRole('listitem').filter({ hasText: '镇里报：已购置两套' })
  await above.getByRole('button', { name: '整改通过' }).click()
  await above.getByText('整改已通过').waitFor()
  mended = (await sheet()).find((line) => line.id === 'B1').fix.photo
  assert.match(mended, /^[0-9a-f]{64}$/)
  // The photo was taken in the town; the county fetches it for its package.
  await until(
    () => bureau.bytes(`/api/v1/attachments/${mended}`),
    (bytes) => createHash('sha256').update(bytes).digest('hex') === mended,
    CROSSED_ms,
  )
})

test('the opinion waits until every item is judged, then reaches the town', async () => {
  await countyPage.getByRole('button', { name: '出具验收意见' }).click()
  const dialog = countyPage.getByRole('dialog')
  await dialog.getByRole('textbox').fill('同意通过验收')
  await dialog.getByRole('button', { name: '出具验收意见' }).click()
  await dialog.getByText(/还有 \d+ 项没有评审/).waitFor()
  for (const line of await sheet())
    if (line.points == null && line.records == null) {
      const body = { item: line.id, points: line.out_of }
      assert.equal((await bureau.post(`/api/v1/acceptances/${id}/reviews`, body)).status, 200, line.id)
    }
  await dialog.getByRole('button', { name: '出具验收意见' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await townPage.getByText('同意通过验收').waitFor()
  taken = (await sheet()).find((line) => line.id === 'A1').photo
  const told = (await town.get('/api/v1/acceptances')).items[0]
  assert.equal(told.result, 'excellent_candidate')
  assert.equal(told.excellent, false, 'three in ten of one station is none')
})

const card = (page) => page.getByRole('region', { name: '验收档案' })

test('the package is exported; whoever has the file can check it, and one altered byte is named', async () => {
  await card(countyPage).getByText(/\d+ 件，全部完好/).waitFor()
  digest = (await card(countyPage).locator('code').first().innerText()).trim()
  assert.match(digest, /^[0-9a-f]{64}$/)
  const [download] = await Promise.all([
    countyPage.waitForEvent('download'),
    card(countyPage).getByRole('link', { name: '下载 ZIP' }).click(),
  ])
  assert.equal(download.suggestedFilename(), '湖滨街道验收档案.zip')
  file = join(county.data, 'package.zip')
  await download.saveAs(file)
  const checked = command('archive', 'verify', file)
  assert.equal(checked.status, 0, checked.text)
  assert.match(checked.text, new RegExp(`^ok .* sm3=${digest}\\s*$`))
  const bytes = readFileSync(file)
  for (const name of ['index.html', 'opinion.pdf', 'journal.json', `evidence/${taken}.jpg`, `evidence/${mended}.jpg`]) {
    const altered = Buffer.from(bytes)
    altered[bytes.indexOf(name) + name.length + 60] ^= 0x20
    writeFileSync(file, altered)
    const found = command('archive', 'verify', file)
    assert.equal(found.status, 1, name)
    assert.ok(found.text.includes(name), found.text)
  }
  writeFileSync(file, bytes)
})

test('its page opens in a browser without a script, and holds sheet, opinion and photo', async () => {
  const folder = join(county.data, 'opened')
  const unpacked = spawnSync('python3', ['-m', 'zipfile', '-e', file, folder])
  assert.equal(unpacked.status, 0, String(unpacked.stderr))
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await page.getByRole('heading', { name: /湖滨街道标准化应急管理站验收档案/ }).waitFor()
  assert.equal(await page.getByText('同意通过验收').count(), 1)
  assert.ok((await page.getByText('铭牌未统一').count()) >= 1)
  assert.equal(await page.locator('script').count(), 0)
  for (const link of await page.locator('a[href]:not([href^="#"])').all())
    assert.ok(existsSync(join(folder, await link.getAttribute('href'))), await link.getAttribute('href'))
  await context.close()
})

test('nothing is added to what was judged', async () => {
  const late = await town.post(`/api/v1/acceptances/${id}/rectified`, { item: 'B1', note: '补报' })
  assert.equal(late.status, 409)
  assert.equal(late.body.code, 'already_concluded')
})

test('the county submits the digest, the prefecture files it, and the receipt comes back', async () => {
  await abovePage.goto(`${county.url(PREFECTURE)}/acceptance/${id}`)
  await abovePage.getByText('同意通过验收').waitFor()
  assert.equal(await abovePage.getByRole('button', { name: '备案', exact: true }).count(), 0, 'nothing has been submitted')
  await card(countyPage).getByRole('button', { name: '报备到设区市' }).click()
  await card(countyPage).getByText('与现在的档案一致').waitFor()
  const again = await bureau.post(`/api/v1/acceptances/${id}/submit`, {})
  assert.equal(again.status, 409)
  assert.equal(again.body.code, 'already_submitted')
  await abovePage.getByRole('button', { name: '备案', exact: true }).click()
  const dialog = abovePage.getByRole('dialog')
  await dialog.getByText(digest).waitFor()
  await dialog.getByRole('textbox').fill('泉应急备〔2026〕1号')
  await dialog.getByRole('button', { name: '备案', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await card(countyPage).getByText('泉应急备〔2026〕1号').waitFor()
  await card(countyPage).getByText('与报备的档案一致').waitFor()
  await card(townPage).getByText('泉应急备〔2026〕1号').waitFor()
  const kept = (await bureau.get('/api/v1/acceptances')).items[0]
  assert.equal(kept.receipt, digest)
  assert.equal(kept.state, 'filed')
})

test('a photo altered on the disk is shown as broken', async () => {
  const path = join(county.data, COUNTY, 'attachments', taken)
  const bytes = readFileSync(path)
  bytes[bytes.length - 20] ^= 1
  writeFileSync(path, bytes)
  await countyPage.reload()
  await card(countyPage).getByText(/\d+ 件中 1 件已损坏/).waitFor()
  await card(countyPage).getByText('与现在的档案不同').waitFor()
  assert.ok((await card(countyPage).innerText()).includes(taken))
})

test('no page threw', () => assert.deepEqual([townPage, countyPage, abovePage].flatMap((page) => page.faults), []))
