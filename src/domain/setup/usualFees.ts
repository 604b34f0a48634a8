/** Codes that nearly every practice bills: without their fees no charge could be priced. */
export const usualCodes: readonly string[] = ['90791', '90834', '90837']
