import { describe, expect, it } from 'vitest';
import { findClassified } from '../../domain/classified.ts';

describe('a secrecy marking', () => {
  it.each([
    ['机密★1年', '机密★'],
    ['附件为秘密 ★ 三年', '秘密 ★'],
    ['【机密】工作情况', '【机密'],
    ['第一行\n绝密', '绝密'],
    ['此件属绝密文件', '绝密'],
    ['機密★一年', '機密★'],
    ['絕密', '絕密'],
    ['祕密☆', '祕密☆'],
    ['机 密★', '机 密★'],
    ['机\u200b密\u2060★1年', '机密★'],
    ['\u202e秘密★', '秘密★'],
  ])('is found in %j', (text, word) => {
    expect(findClassified(text)).toBe(word);
  });

  it.each(['加强保密，不得泄露商业秘密', '涉及国家机密的线索已移送', '秘密调查', '机密性、完整性', ''])(
    'is not seen in %j',
    (text) => {
      expect(findClassified(text)).toBeNull();
    },
  );
});
