/** The element a problem's path leads to. */
export const fieldId = (path: string): string => `field-${path.replaceAll(/[^\w-]/g, '-')}`
