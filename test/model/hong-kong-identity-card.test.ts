import { isHongKongIdentityCard, maskHongKongIdentityCards } from '../../lib/model';

describe('isHongKongIdentityCard', () => {
  it.each(['G123456(A)', 'A123456(3)', 'a1234563', 'AB987654(3)'])('knows the check digit of %s', (text) => {
    expect(isHongKongIdentityCard(text)).toBe(true);
  });

  it.each([
    ['a wrong check digit', 'A123456(4)'],
    ['too few digits', 'A12345(3)'],
    ['no letter', '1234567(3)'],
    ['three letters', 'ABC123456(3)'],
    ['part of a longer word', 'XA1234563Y'],
    ['two numbers', 'A123456(3) A123456(3)'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(isHongKongIdentityCard(text)).toBe(false);
  });

  it('accepts exactly one of the eleven check digits for any number', () => {
    for (const stem of ['A000000', 'K271828', 'WX999999']) {
      const right = Array.from('0123456789A').filter((digit) => isHongKongIdentityCard(`${stem}(${digit})`));
      expect(right).toHaveLength(1);
    }
  });
});

describe('maskHongKongIdentityCards', () => {
  it('masks what is a number, and leaves alone what only looks like one', () => {
    expect(maskHongKongIdentityCards('holder A123456(3), order A1234567, again A1234563.')).toBe(
      'holder [HKID], order A1234567, again [HKID].',
    );
  });

  it('writes the mask that is asked for', () => {
    expect(maskHongKongIdentityCards('A123456(3)', '***')).toBe('***');
  });
});
