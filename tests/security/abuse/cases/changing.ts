import type { WrittenCases } from './types'

export const writing: WrittenCases = {
  T061: 'A stranger registers as the first user',
  T062: 'A stranger is faster than the owner on the first day',
  T063: 'Somebody writes roles into the own profile',
  T064: 'A portal account is moved to another patient',
  T065: 'A patient edits the plan, its goals or a diagnosis',
  T066: 'Somebody moves a record to another patient, author or team',
  T067: 'An author hands a note over to somebody else',
  T068: 'A request argues its way in with the values it wants to write',
  T069: 'A record is dated back',
  T070: "A note is written in a colleague's name",
  T071: "A record is tied to another clinician's patient",
  T072: 'A signed note is changed by any way there is',
  T077: {
    title: 'A publication is put on a timer that outlives the right to publish',
    cannot: 'nothing is published by a timer',
  },
  T079: 'All rows are changed by one request',
  T081: {
    title: 'Somebody changes where the form of the website sends its messages',
    cannot: 'the form is code and its messages are rows, there is no address to change',
  },
  T083: 'A file that is read in makes people or goes past the rules',
  T084: 'A key makes itself a wider key',
  T085: 'A key gets by a job or an export what it was not granted',
  T089: 'A patient starts the background jobs',
  T090: {
    title: 'Staff start upkeep of the server through an endpoint',
    cannot: 'upkeep runs as jobs and commands; the one that is an endpoint is the owner’s',
  },
}

export const races: WrittenCases = {
  T073: 'One signature is given twice at the same moment',
  T074: 'A claim is sent twice, or five times',
  T075: 'One hour is booked twice',
  T076: 'A payment or refund is played again',
  T078: 'A late save writes over what somebody else saved',
  T080: {
    title: 'Somebody blocks signing with a false lock',
    cannot: 'documents are not locked',
  },
}
