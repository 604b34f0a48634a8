import type { WrittenCases } from './types'

export const signIn: WrittenCases = {
  T046: 'The time of an answer tells whether an account exists',
  T047: 'The words of an answer tell whether an account exists or is closed',
  T086: 'A key works on after its client was shut off',
  T109: 'A session is planted, found in an address or taken from an answer',
  T112: 'A one-time code is tried out, or used a second time',
  T113: 'A door lets people in without their second factor',
  T114: 'A stolen laptop has an open session',
}

export const operations: WrittenCases = {
  T087: 'Lines of the access log are changed, removed or reordered',
  T115: 'Somebody who left still has a session, a key or a link',
  T119: {
    title: 'A package from elsewhere brings its own endpoint',
    cannot: 'an endpoint, page, job or screen without a class stops the start',
  },
  T120: 'Somebody encrypts the database and the backups for ransom',
  T121: 'A clock that is wrong extends sessions and mixes up the log',
  T122: 'What was erased of a patient is still somewhere',
  T123: 'Two records of one person become one, and a proxy sees too much',
  T124: 'A time zone shows a parent what came after the child came of age',
}
