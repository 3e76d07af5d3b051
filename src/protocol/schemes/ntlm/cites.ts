/** The specification is cited by the addresses of its pages: its sections have no others. */

import type { Cite } from '../../text/cite.ts'

/** 2.2.1.1 */
export const NEGOTIATE: Cite = 'MS-NLMP §b34032e5-3aae-4bc6-84c3-c6d80eadf7f2'
/** 2.2.1.2 */
export const CHALLENGE: Cite = 'MS-NLMP §801a4681-8809-4be9-ab0d-61dcfe762786'
/** 2.2.1.3 */
export const AUTHENTICATE: Cite = 'MS-NLMP §033d32cc-88f9-4483-9bf2-b273055038ce'
/** 2.2.2.1 */
export const AV_PAIR: Cite = 'MS-NLMP §83f5e789-660d-4781-8491-5f8c6641f75e'
/** 2.2.2.7 */
export const CLIENT_CHALLENGE: Cite = 'MS-NLMP §aee311d6-21a7-4470-92a5-c4ecb022a87b'
/** 3.3.2 */
export const NTLMV2: Cite = 'MS-NLMP §5e550938-91d4-459f-b67d-75d70009e3f3'
/** All that proves a request stands in it, says HTTP; here it stands in the connection. */
export const CONNECTION: Cite = 'RFC 9110 §16.4.2'
