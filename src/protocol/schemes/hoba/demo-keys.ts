/**
 * Demonstration keys for RSA with 2048 bits: generated once, and published with this page, so nobody's in earnest.
 * Each `kid` is the hash of the public key (RFC 7486 §9.4, type 0).
 */

import type { RsaPrivateKey } from '../../keys/rsa.ts'

export type DemoKey = RsaPrivateKey & { readonly kid: string }

export const DEMO_KEYS = {
  aladdin: {
    kid: 'OvDVp_hboOVYjhlQufinpSzFid1wu88DeMAQ5sM-hls',
    n: '5sCxaJJCC5CClmPTelQ7eKlwwbblk0V46dvuRwfBT0Uiro0q8LrGqGkzLLhy_0SPut-1zej5gaNlpEhWu_M-K2dF4ybb1flFhlP8flpfxuhj2vi-SaG77eS8TTUvgAka-kLDFH4gRcQJSTsz8UT-2CZDfhbxlHH6X7F7HVMmvLXKpdx2qJ2EPiGenpl2_2SFOCt-W9AyVDgFKdyhoDg2MFkUyFwRCWYJJfydsYptwTKPVIKprsu1b4_DCCXPpFLYbBp1N6nLWcbE0DSzLFdP6L8-gOLjxnRMky8MDTjonEZ0XdWROUeNlWbnRUUL2TkZ_qX6urRd5UsoKQej1Q696Q',
    e: 'AQAB',
    d: 'B77fPsakVS7B5_ojRrQQQ452w3ncnqMN7Gg-gAi75I5KQLzYDt1vR6ufMI-H4BceW2jFi--8M7_yfsPuSNI8aUjZKP4VpG-A44HYxk63JuLQqGdvqplZ7WsNJn0q-SceO_27tTLRe-8rW3wTZmspL-iDLy2dH8HHrZZY03UGXSLot3zWMDdneGYedKrPAEpUdLZ4n1zb5cZHM_ENPOyqFy0VgCeEJzV4v4DOZUFxrJPtH98_56Cw6JkW1ad5YfdJUFBz9K4YoVD3LOGYMCr3B3VonP0cQT5rh6r2TG53SByTKbaNNHwR2VtQg2hfAMARI4fctJrhXTf6pFQ2zPA8VQ',
  },
  mufasa: {
    kid: '3SvE6rM_N08uI1RXk3ouSEfjaOALc0AvV5FHCZoDn_c',
    n: 'oxEbNvx8hzhWvzK34mEiwxgUSBPqSONE97KfwOenK7SAONGuGtnQoy9RBzlOcLe5V-0jw36udwbfVlPr8Y6qVfLspgWKlUPz0ZtbG_SQroK3X7Kn48AHSXp1YnJ-VlpZG61h-Oew2UbMFxuDzrENQzRES8XZ1AoWBKhmFZHsynaThIObSo1eA9YUG-4RC2W-XZtzFuFLOPQedKkoV5AXgR6dxsxj_Y9D1TZ8qZmii8NMWCZEHEO8ugZjS4Ll4hMj3Yw15uCyk58tbkHXZdroXdJCdfLVj2l9XHscEmW_HBUGbWcM5C8XCh0oSGBAWmShA5XtDgIg4A-axE9Cj5NPtQ',
    e: 'AQAB',
    d: 'SCd-mlMYqyCzycCge0wt_JPADbC6P2xJDS194PbgEse44OtvFbSBzGNYgFDMM7YoDg8BfzSj8EkbM_DIe0d8ebGXI1NaYfgCgCI1K2aJSp7Ok0rTXUSQNOQ54sj0vDMYMNYEfwXOTCY2kpb7OM9BJhaPjdPLMjcQTRlSqoK6e09NpTSbf8bU7RsMek6OK7ta3ypboCQ8t2wWL2KjYSUGCxCScbhWM5uB8YOmkOY5CopK0Rzr1FyZUVHMC6GRqNmsbWmxM3mfVV1WWV-iOuDtJXtrjMiP67jMaFgD1tHxoAFeMerZVWNeMnkm7bp_Msj2lbq4a3Rz7euwg3s_AdHNtQ',
  },
  ada: {
    kid: 'WstOgeQAxagsCntJJDcMaS9WQYLf0lC-N2QbY2tDxZo',
    n: 'pcL7PFkio88TP46sPg1wrCtvxsTl-7P2xN_Cc9WoKYQ_zRrJ7Hqe_nPenxQZVLPOJ9VWLqzWaQ05tQ5b0tbF7-DDCZotMevRVUeCkedABuXiWPqhhgtUnPy2tECS41ppmJovCJ8Rq61JxeChIzfS_Ivah0zUXeah6qhnwE9yF5mjOt_PtWW3k-a0b9pxNJ8xt2nqmo33Ol5lDYWZbGZxhVOMwZtot039QWCRC1c0_LHOZm6KvfNcSdh35DeA1a84J_sLEnYV4-Tvkw_ZJhN65JsdoqhyBsblX-mHFGaoll6j2z1IR40cdhsRu5dRrs4525FFxzdnsuqP3HGnZRsUEQ',
    e: 'AQAB',
    d: 'A1qIv7fj8yqgSf9B5G2AwW5o-SstE7cYdoWoImutaPIxYkJv2Prm-06A-OaIIPPvwsGNanbDKS9fh3HgkUk9QT4-GsshG2H0g3sciqndk0GUsY0qSG58rrAh7wYYSY5Eg187x6ioy8rjhf9LF-AZ51O1UVq-E8NqtIBTmHjQuVQxTSggYc587ZMEOywDNCeBH3vMVByyvheXnoNuWaERUVrVtbFgKhA50lKh-PFbj99wo0VSR9mfjaHGwT9f6Hv91mhl9npOcgo4_g_c0EKv-0Sxf6qgnbnsJAU80nnwXGlii2bvd4DHcb4m2Y1O1lhqKqbtP4wogyTPtt4z-F_wew',
  },
  scar: {
    kid: 'AYSiXz39JjEzK6ns-x8AbagryJxYs9W-bhM7DLDXPog',
    n: 'yVl55RImVnb5Y_NjVlCca2wNHc9VobvTGrZqG57KOs8JCgKKIETOHJYB9dIAJjKa6KmQNNKrPvGBEpcqKXhlWPEpQVRGHidfJLqKzKOGdck9JYO6LSuBv8ClCbNm-XUE15wra2W7RxJtvogAC4pu4rROohUZuS2s7_35cT03F82-lCzP0bu7jo-uX9c2f0aZXBjBIixERYfUaEnu_53CwNptO4iumfb8AczVxTmGIw2ebii1vh5f1dlUZHvHgqFdM1TO7rPjZYl3SrVZKw4_GCPmaLIxNcdHSfgG-mLgE2mBu9i0RowYjQ4nCtb2UZeObCbdeancmrykvi0PGrFC6w',
    e: 'AQAB',
    d: 'DB_1vawen-VRNkohSMDY8oUSsyFZpEAlwb2LXTduMSVng3FMtQ2_pawI2S84sBQrDOitFOk8w7ESVzbAJLgpzjXTiKoVANrZGWKcWh9cyPoB0yEAFJlCmnP03EUv5cS8smkmmjSJlwmOj0MsUYWYENHPzGXd4y9Tcy5Fl6KajzXKp7g5dRQe7wyaYRC3d5Myi5Ry7Fiyq3TDxAogbC-xW2jBMQ1V-7kKxnJfu6nYV2g4Yp9iBbooUujIsie6wDkwD9KVF2ecD1WwFO5uOj-RAdC2-gSL-pfckBN3krrW_KC7tu-NlNzzj2jCe8msLyZk1UtBvZkXx5qb1j52gxiBSQ',
  },
} as const satisfies Readonly<Record<string, DemoKey>>
