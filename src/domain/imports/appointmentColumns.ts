import { type ImportColumn, named, place, recordNumber, required, text, whoTreats } from './column'

export const appointmentColumns: readonly ImportColumn[] = [
  required(recordNumber),
  required(
    named('clinician', 'Clinician', text(200), ['therapist', 'provider', 'staff'], whoTreats),
  ),
  required(
    named('date', 'Date', { is: 'day' }, ['appointment date', 'day', 'start date', 'service date']),
  ),
  required(
    named(
      'time',
      'Time',
      { is: 'time' },
      ['start', 'start time', 'appointment time', 'begins'],
      'As 14:30 or 2:30 PM, on the clock at the location.',
    ),
  ),
  required(
    named('minutes', 'Minutes', { is: 'minutes' }, ['duration', 'length'], 'From 10 to 240.'),
  ),
  named(
    'zone',
    'Time zone',
    { is: 'zone' },
    ['timezone', 'tz'],
    'Where the times are not those of the location: a name such as America/Denver.',
  ),
  named(
    'kind',
    'Kind',
    {
      is: 'choice',
      words: {
        individual: ['Individual', 'session', 'therapy', 'follow up'],
        intake: ['Intake', 'evaluation', 'assessment', 'initial'],
        family: ['Family', 'couple', 'couples'],
        group: ['Group'],
      },
    },
    ['appointment type', 'type', 'service'],
    'Individual, Intake, Family or Group; Individual where the cell is empty.',
  ),
  named(
    'format',
    'Format',
    {
      is: 'choice',
      words: {
        inPerson: ['In person', 'office', 'onsite'],
        video: ['Video', 'telehealth', 'online', 'virtual'],
        phone: ['Phone', 'telephone'],
      },
    },
    ['mode', 'modality', 'visit type'],
    'In person, Video or Phone; In person where the cell is empty.',
  ),
  required(named('location', 'Location', text(120), ['office', 'site'], place)),
  named('room', 'Room', text(80), [], 'Name of a room at that location.'),
  named(
    'note',
    'Office note',
    text(300),
    ['notes', 'comment'],
    'For the office; nothing clinical.',
  ),
]
