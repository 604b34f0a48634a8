import { faker } from '@faker-js/faker'

export const patientCount = 5_000
export const caseloadSize = 60

/** The same made-up patients for both sides; `id` is chosen here so that both answer to the same one. */
export const patientRows = (): ({ id: string } & Record<string, unknown>)[] => {
  faker.seed(4)
  return Array.from({ length: patientCount }, () => {
    const firstName = faker.person.firstName()
    const lastName = faker.person.lastName()
    return {
      id: faker.string.uuid(),
      firstName,
      lastName,
      displayName: `${firstName} ${lastName}`,
      searchText: `${lastName} ${firstName}`.toLowerCase(),
      dateOfBirth: faker.date
        .birthdate({ refDate: '2026-01-01T00:00:00Z' })
        .toISOString()
        .slice(0, 10),
      sex: faker.helpers.arrayElement(['F', 'M', 'U']),
      status: faker.helpers.weightedArrayElement([
        { weight: 5, value: 'active' },
        { weight: 4, value: 'discharged' },
        { weight: 1, value: 'prospective' },
      ]),
      email: faker.internet.email({ firstName, lastName, provider: 'example.test' }).toLowerCase(),
      phone: faker.string.numeric('503555####'),
      contactPreference: 'portal',
      addressLine1: faker.location.streetAddress(),
      city: faker.location.city(),
      region: 'OR',
      postalCode: faker.location.zipCode('#####'),
      preferredLanguage: 'English',
    }
  })
}
