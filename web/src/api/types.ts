import type { components } from './schema'

/** The pages' names for what the server describes. Nothing here says how a thing looks: `npm run api` does. */
type Described = components['schemas']

export type { Permission } from './permissions'
export type Page<T> = { items: T[]; cursor: string | null }
export type ProblemBody = Described['Problem'] & { errors?: LineFault[] }
export type LineFault = Pick<Described['PlanFault'], 'line' | 'code' | 'message'> & Partial<Described['PlanFault']>
export type Finding = Described['OrganisationFinding'] & Partial<Described['PlanFinding']>

/** 1 = Ⅰ (highest) … 4 = Ⅳ. */
export type Level = number
export type Colour = Described['Colour']
export type Me = Described['Me']
export type TimelineLine = Described['TimelineLine']
export type ApiToken = Described['TokenFacts']
export type Found = Described['FoundAnswer']

export type Warning = Described['WarningAnswer']
export type WarningArea = Described['AreaAnswer']
export type WarningBrief = Described['WarningBrief']
export type WarningDetail = Described['WarningDetail']
export type WarningReceipt = Described['WarningReceipt']
export type Typhoon = Described['Typhoon']
export type QuadrantRadii = Described['WindCircle']['radii_km']

/** One emergency response (应急响应) of this node. Named so as not to hide the browser's own Response. */
export type EmergencyResponse = Described['ResponseAnswer']
export type Ladder = Described['Ladder']
export type Progress = Described['Progress']
export type Review = Described['Review']
export type LateTask = Described['LateTask']

export type Call = Described['CallAnswerBody']
export type Rung = Described['RungAnswer']
export type RungOutcome = Rung['outcome']
export type DoorKnock = Described['KnockAnswer']
export type DoorKnockOutcome = Described['KnockOutcome']
export type Task = Described['TaskAnswer']

export type Area = Described['AreaRow']
export type Person = Described['PersonRow']
export type Post = Described['PostRow']
export type Line = Described['LineRow']
export type LineMember = Described['LineMember']
export type Duty = Described['DutyRow']
export type OrganisationChecks = Described['Checks']
export type Register = Described['Register']
export type RegisterField = Described['Field']
export type FieldType = RegisterField['type']
export type RegisterRow = Described['RowView']
export type RegisterValues = RegisterRow['values']
export type ImportReport = Described['ImportReport']

export type PlanVersion = Described['PlanVersion']
export type PlanCheck = Described['PlanJudged']
export type PolicyValue = Described['PolicyValue']
export type JournalEntry = Described['JournalLine']
export type JournalVerdict = Described['Proof']
export type Link = Described['LinkRow']
export type Account = Described['AccountRow']
export type Role = Described['Role']
export type SharedKind = Described['SharedKind']
export type SentEntry = Described['SentEntry']
export type JoinRequest = Described['JoinRequestRow']
export type JoinCode = Described['NewCode']
export type Drill = Described['DrillAnswer']
export type Compliance = Described['Compliance']

export type Order = Described['OrderAnswer']
export type OrderDetail = Described['OrderDetail']
export type OrderPart = Described['PartAnswer']
export type OrderKind = Described['OrderKind']
export type AskedNumber = Described['Asked']

/** The duty room: rota, swaps, leave, log, roll-calls. */
export type Rota = Described['RotaAnswer']
export type RotaTurn = Described['RotaAnswer']['duties'][number]
export type RotaSlot = Rota['slots'][number]
export type RotaJudged = Described['Judged']
export type RotaFinding = Described['RotaFinding']

/** The eight haves (八个有) of one station, as its records tell. */
export type Station = Described['StationAnswer']
export type Have = Described['HaveAnswer']
export type Readiness = Described['ReadinessAnswer']
export type ReadinessItem = Described['ItemAnswer']

/** Acceptance (验收): applied for by a town, reviewed by the county, filed by the prefecture. */
export type Acceptance = Described['AcceptanceAnswer']
export type AcceptanceDetail = Described['AcceptanceDetail']
export type SheetLine = Described['SheetLine']
export type SelfScore = Described['SelfScore']

/** The programme's money (专项资金). Amounts are whole fen. */
export type StationFunds = Described['StationFunds']
export type FundRow = Described['FundRow']
export type FundContract = Described['ContractAnswer']
export type FundPayment = Described['PaymentFacts']

/** The building plan (建设方案) as a wall chart. */
export type WallChart = Described['WallChart']
export type Builder = Described['BuilderAnswer']
export type BuildTask = Described['BuildTask']
export type BuildLine = Described['TaskLine']

export type Shelter = Described['ShelterAnswer']
export type ShelterStage = Described['OpenShelter']['stage']
export type Stay = Described['StayAnswer']
export type Expected = Described['ExpectedAnswer']
export type CheckItem = Described['CheckItem']
export type Transfer = Described['TransferAnswer']
export type TransferBoard = Described['BoardAnswer']
export type TransferPart = Described['VillagePart']
export type TransferPlan = Described['PlanAnswer']
export type Household = Described['HouseholdAnswer']
export type HouseholdState = Household['state']
export type Balance = Described['Balance']
export type TownHeads = Described['TownAnswer']
export type Door = Described['DoorAnswer']

export type Incident = Described['IncidentAnswer']
export type IncidentDetail = Described['IncidentDetail']
export type IncidentClock = Described['ClockAnswer']
export type IncidentDraft = Described['DraftAnswer']
export type IncidentReport = Described['SentReportAnswer']
export type IncidentLine = Described['LineAnswer']
export type IncidentLikeness = Described['Likeness']
export type IncidentKind = Described['Kind']
export type IncidentGrade = Incident['grade']
export type IncidentSource = Incident['source']
export type PhonedReport = Described['PhonedAnswer']
export type ReportAccount = IncidentDraft['account']
export type ReportStage = IncidentReport['stage']
export type Figures = Described['Figures']
export type Weighing = Described['Weighing']
