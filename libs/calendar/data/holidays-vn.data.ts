/** Text of holidays-vn.csv; written by embed-table.mjs, never by hand. */
export const HOLIDAYS_VN_CSV = `date,kind,name_vi,name_en,source,evidence
2010-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2010-02-13,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),Hànộimới 06/02/2010; python-holidays 0.109,secondary
2010-02-14,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),Hànộimới 06/02/2010; python-holidays 0.109,secondary
2010-02-15,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),Hànộimới 06/02/2010; python-holidays 0.109,secondary
2010-02-16,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),Hànộimới 06/02/2010; python-holidays 0.109,secondary
2010-02-17,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (30 tháng Chạp, thứ Bảy 13/02/2010)","In lieu of Lunar New Year (30th of the last lunar month, Sat 2010-02-13)",Labour Code 1994 art. 73; Hànộimới 06/02/2010; python-holidays 0.109,secondary
2010-02-18,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 1 Tết, Chủ nhật 14/02/2010)","In lieu of Lunar New Year (lunar day 1, Sun 2010-02-14)",Labour Code 1994 art. 73; Hànộimới 06/02/2010; python-holidays 0.109,secondary
2010-02-19,swap_day_off,"Nghỉ hoán đổi (thứ Sáu, làm bù thứ Bảy 27/02/2010)",Swap day off (worked on Sat 2010-02-27),Hànộimới 06/02/2010; SGGP (HCMC notice quoted); python-holidays 0.109,secondary
2010-02-27,working_swap,"Làm bù (thứ Bảy, thay cho thứ Sáu 19/02/2010)",Make-up working day (for Fri 2010-02-19),Hànộimới 06/02/2010; SGGP (HCMC notice quoted); python-holidays 0.109,secondary
2010-04-23,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 1994 art. 73; python-holidays 0.109; lunar date by 4 computations,secondary
2010-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2010-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2010-05-03,day_off_in_lieu,"Nghỉ bù Ngày Quốc tế Lao động (1/5, thứ Bảy 01/05/2010)",In lieu of International Labour Day (Sat 2010-05-01),Labour Code 1994 art. 73; python-holidays 0.109,secondary
2010-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2011-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2011-01-03,day_off_in_lieu,Nghỉ bù Tết Dương lịch (thứ Bảy 01/01/2011),In lieu of New Year's Day (Sat 2011-01-01),Labour Code 1994 art. 73; python-holidays 0.109,secondary
2011-01-29,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 31/01/2011)",Make-up working day (for Mon 2011-01-31),Báo Lạng Sơn (VPCP dispatch); absent from python-holidays 0.109,secondary
2011-01-30,working_swap,"Làm bù (Chủ nhật, thay cho thứ Ba 01/02/2011)",Make-up working day (for Tue 2011-02-01),Báo Lạng Sơn (VPCP dispatch): worked day is a SUNDAY; absent from python-holidays 0.109,secondary
2011-01-31,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 29/01/2011)",Swap day off (worked on Sat 2011-01-29),Báo Lạng Sơn (VPCP dispatch); absent from python-holidays 0.109,secondary
2011-02-01,swap_day_off,"Nghỉ hoán đổi (thứ Ba, làm bù Chủ nhật 30/01/2011)",Swap day off (worked on Sun 2011-01-30),Báo Lạng Sơn (VPCP dispatch): worked day is a SUNDAY; absent from python-holidays 0.109,secondary
2011-02-02,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),"Báo Lạng Sơn (VPCP dispatch, Tết 2011)",secondary
2011-02-03,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),"Báo Lạng Sơn (VPCP dispatch, Tết 2011)",secondary
2011-02-04,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),"Báo Lạng Sơn (VPCP dispatch, Tết 2011)",secondary
2011-02-05,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),"Báo Lạng Sơn (VPCP dispatch, Tết 2011)",secondary
2011-02-07,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 3 Tết, thứ Bảy 05/02/2011)","In lieu of Lunar New Year (lunar day 3, Sat 2011-02-05)","Labour Code 1994 art. 73; Báo Lạng Sơn (VPCP dispatch, Tết 2011)",secondary
2011-04-09,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 11/04/2011)",Make-up working day (for Mon 2011-04-11),Báo Lạng Sơn (VPCP dispatch); absent from python-holidays 0.109,secondary
2011-04-11,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 09/04/2011)",Swap day off (worked on Sat 2011-04-09),Báo Lạng Sơn (VPCP dispatch); absent from python-holidays 0.109,secondary
2011-04-12,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 1994 art. 73; python-holidays 0.109; lunar date by 4 computations,secondary
2011-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2011-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2011-05-02,day_off_in_lieu,"Nghỉ bù Ngày Chiến thắng (30/4, thứ Bảy 30/04/2011)",In lieu of Victory (Reunification) Day (Sat 2011-04-30),Labour Code 1994 art. 73; python-holidays 0.109,secondary
2011-05-03,day_off_in_lieu,"Nghỉ bù Ngày Quốc tế Lao động (1/5, Chủ nhật 01/05/2011)",In lieu of International Labour Day (Sun 2011-05-01),Labour Code 1994 art. 73; python-holidays 0.109,secondary
2011-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2012-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2012-01-02,day_off_in_lieu,Nghỉ bù Tết Dương lịch (Chủ nhật 01/01/2012),In lieu of New Year's Day (Sun 2012-01-01),Labour Code 1994 art. 73; python-holidays 0.109,secondary
2012-01-22,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),"Báo Bình Định 12/2011 (chinhphu.vn, PM decision 27/12/2011); python-holidays 0.109",secondary
2012-01-23,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),"Báo Bình Định 12/2011 (chinhphu.vn, PM decision 27/12/2011); python-holidays 0.109",secondary
2012-01-24,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),"Báo Bình Định 12/2011 (chinhphu.vn, PM decision 27/12/2011); python-holidays 0.109",secondary
2012-01-25,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),"Báo Bình Định 12/2011 (chinhphu.vn, PM decision 27/12/2011); python-holidays 0.109",secondary
2012-01-26,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (29 tháng Chạp, Chủ nhật 22/01/2012)","In lieu of Lunar New Year (29th of the last lunar month, Sun 2012-01-22)","Labour Code 1994 art. 73; Báo Bình Định 12/2011 (chinhphu.vn, PM decision 27/12/2011); python-holidays 0.109",secondary
2012-01-27,swap_day_off,"Nghỉ hoán đổi (thứ Sáu, làm bù thứ Bảy 04/02/2012)",Swap day off (worked on Sat 2012-02-04),Báo Bình Định 12/2011 (chinhphu.vn); python-holidays 0.109,secondary
2012-02-04,working_swap,"Làm bù (thứ Bảy, thay cho thứ Sáu 27/01/2012)",Make-up working day (for Fri 2012-01-27),Báo Bình Định 12/2011 (chinhphu.vn); python-holidays 0.109,secondary
2012-03-31,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 1994 art. 73; python-holidays 0.109; lunar date by 4 computations,secondary
2012-04-02,day_off_in_lieu,"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch, thứ Bảy 31/03/2012)",In lieu of Hùng Kings' Commemoration Day (Sat 2012-03-31),Labour Code 1994 art. 73; python-holidays 0.109; lunar date by 4 computations,secondary
2012-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2012-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2012-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2012-09-03,day_off_in_lieu,"Nghỉ bù Quốc khánh (2/9, Chủ nhật 02/09/2012)",In lieu of National Day (Sun 2012-09-02),Labour Code 1994 art. 73; python-holidays 0.109,secondary
2012-12-31,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 05/01/2013)",Swap day off (worked on Sat 2013-01-05),Báo Thái Nguyên 28/12/2012; Tiền Phong (VPCP dispatch 23/11/2012); absent from python-holidays 0.109,secondary
2013-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2013-01-05,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 31/12/2012)",Make-up working day (for Mon 2012-12-31),Báo Thái Nguyên 28/12/2012; Tiền Phong (VPCP dispatch 23/11/2012); absent from python-holidays 0.109,secondary
2013-02-09,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),Báo Thái Nguyên 28/12/2012; Tiền Phong (VPCP dispatch 23/11/2012),secondary
2013-02-10,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),Báo Thái Nguyên 28/12/2012; Tiền Phong (VPCP dispatch 23/11/2012),secondary
2013-02-11,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),Báo Thái Nguyên 28/12/2012; Tiền Phong (VPCP dispatch 23/11/2012),secondary
2013-02-12,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),Báo Thái Nguyên 28/12/2012; Tiền Phong (VPCP dispatch 23/11/2012),secondary
2013-02-13,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (29 tháng Chạp, thứ Bảy 09/02/2013)","In lieu of Lunar New Year (29th of the last lunar month, Sat 2013-02-09)",Labour Code 1994 art. 73; Báo Thái Nguyên 28/12/2012; Tiền Phong (VPCP dispatch 23/11/2012),secondary
2013-02-14,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 1 Tết, Chủ nhật 10/02/2013)","In lieu of Lunar New Year (lunar day 1, Sun 2013-02-10)",Labour Code 1994 art. 73; Báo Thái Nguyên 28/12/2012; Tiền Phong (VPCP dispatch 23/11/2012),secondary
2013-02-15,swap_day_off,"Nghỉ hoán đổi (thứ Sáu, làm bù thứ Bảy 23/02/2013)",Swap day off (worked on Sat 2013-02-23),Báo Thái Nguyên 28/12/2012; Tiền Phong; worked day absent from python-holidays 0.109,secondary
2013-02-23,working_swap,"Làm bù (thứ Bảy, thay cho thứ Sáu 15/02/2013)",Make-up working day (for Fri 2013-02-15),Báo Thái Nguyên 28/12/2012; Tiền Phong; worked day absent from python-holidays 0.109,secondary
2013-04-19,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 1994 art. 73; python-holidays 0.109; lunar date by 4 computations,secondary
2013-04-29,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 04/05/2013)",Swap day off (worked on Sat 2013-05-04),Báo Thái Nguyên 28/12/2012; python-holidays 0.109,secondary
2013-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 1994 art. 73; python-holidays 0.109,secondary
2013-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2013-05-04,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 29/04/2013)",Make-up working day (for Mon 2013-04-29),Báo Thái Nguyên 28/12/2012; python-holidays 0.109,secondary
2013-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2014-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2014-01-25,working_swap,"Làm bù (thứ Bảy, thay cho thứ Ba 28/01/2014)",Make-up working day (for Tue 2014-01-28),Báo Đồng Tháp 18/12/2013; Lao Động; VietnamPlus; absent from python-holidays 0.109,secondary
2014-01-28,swap_day_off,"Nghỉ hoán đổi (thứ Ba, làm bù thứ Bảy 25/01/2014)",Swap day off (worked on Sat 2014-01-25),Báo Đồng Tháp 18/12/2013; Lao Động; VietnamPlus; absent from python-holidays 0.109,secondary
2014-01-29,swap_day_off,"Nghỉ hoán đổi (thứ Tư, làm bù thứ Bảy 08/02/2014)",Swap day off (worked on Sat 2014-02-08),Báo Đồng Tháp 18/12/2013; Lao Động; VietnamPlus; worked day absent from python-holidays 0.109,secondary
2014-01-30,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),Báo Đồng Tháp 18/12/2013; VietnamPlus; Lao Động,secondary
2014-01-31,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),Báo Đồng Tháp 18/12/2013; VietnamPlus; Lao Động,secondary
2014-02-01,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),Báo Đồng Tháp 18/12/2013; VietnamPlus; Lao Động,secondary
2014-02-02,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),Báo Đồng Tháp 18/12/2013; VietnamPlus; Lao Động,secondary
2014-02-03,holiday,Tết Nguyên đán (mùng 4 Tết),Lunar New Year (lunar day 4),Báo Đồng Tháp 18/12/2013; VietnamPlus; Lao Động,secondary
2014-02-04,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 2 Tết, thứ Bảy 01/02/2014)","In lieu of Lunar New Year (lunar day 2, Sat 2014-02-01)",Labour Code 2012 art. 115.3; Báo Đồng Tháp 18/12/2013; VietnamPlus; Lao Động,secondary
2014-02-05,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 3 Tết, Chủ nhật 02/02/2014)","In lieu of Lunar New Year (lunar day 3, Sun 2014-02-02)",Labour Code 2012 art. 115.3; Báo Đồng Tháp 18/12/2013; VietnamPlus; Lao Động,secondary
2014-02-08,working_swap,"Làm bù (thứ Bảy, thay cho thứ Tư 29/01/2014)",Make-up working day (for Wed 2014-01-29),Báo Đồng Tháp 18/12/2013; Lao Động; VietnamPlus; worked day absent from python-holidays 0.109,secondary
2014-04-09,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2012 art. 115; python-holidays 0.109; lunar date by 4 computations,secondary
2014-04-26,working_swap,"Làm bù (thứ Bảy, thay cho thứ Sáu 02/05/2014)",Make-up working day (for Fri 2014-05-02),Báo Đồng Tháp 18/12/2013; Hà Tĩnh 24h 04/2014; python-holidays 0.109,secondary
2014-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2014-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2014-05-02,swap_day_off,"Nghỉ hoán đổi (thứ Sáu, làm bù thứ Bảy 26/04/2014)",Swap day off (worked on Sat 2014-04-26),Báo Đồng Tháp 18/12/2013; Hà Tĩnh 24h 04/2014; python-holidays 0.109,secondary
2014-09-01,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 06/09/2014)",Swap day off (worked on Sat 2014-09-06),python-holidays 0.109 only (no notice or press found),to_confirm
2014-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2014-09-06,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 01/09/2014)",Make-up working day (for Mon 2014-09-01),python-holidays 0.109 only (no notice or press found),to_confirm
2014-12-27,working_swap,"Làm bù (thứ Bảy, thay cho thứ Sáu 02/01/2015)",Make-up working day (for Fri 2015-01-02),Báo Mới 12/2014; Thanh Niên News; python-holidays 0.109,secondary
2015-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2015-01-02,swap_day_off,"Nghỉ hoán đổi (thứ Sáu, làm bù thứ Bảy 27/12/2014)",Swap day off (worked on Sat 2014-12-27),Báo Mới 12/2014; Thanh Niên News; python-holidays 0.109,secondary
2015-02-14,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 16/02/2015)",Make-up working day (for Mon 2015-02-16),Thanh Niên News; CAND; python-holidays 0.109,secondary
2015-02-16,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 14/02/2015)",Swap day off (worked on Sat 2015-02-14),Thanh Niên News; CAND; python-holidays 0.109,secondary
2015-02-17,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),Thanh Niên News 12/2014; submission 89/TTr-LĐTBXH 20/11/2014; python-holidays 0.109,secondary
2015-02-18,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),Thanh Niên News 12/2014; submission 89/TTr-LĐTBXH 20/11/2014; python-holidays 0.109,secondary
2015-02-19,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),Thanh Niên News 12/2014; submission 89/TTr-LĐTBXH 20/11/2014; python-holidays 0.109,secondary
2015-02-20,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),Thanh Niên News 12/2014; submission 89/TTr-LĐTBXH 20/11/2014; python-holidays 0.109,secondary
2015-02-21,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),Thanh Niên News 12/2014; submission 89/TTr-LĐTBXH 20/11/2014; python-holidays 0.109,secondary
2015-02-23,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 3 Tết, thứ Bảy 21/02/2015)","In lieu of Lunar New Year (lunar day 3, Sat 2015-02-21)",Labour Code 2012 art. 115.3; Thanh Niên News 12/2014; submission 89/TTr-LĐTBXH 20/11/2014; python-holidays 0.109,secondary
2015-04-25,working_swap,"Làm bù (thứ Bảy, thay cho thứ Tư 29/04/2015)",Make-up working day (for Wed 2015-04-29),Thanh Niên News; python-holidays 0.109,secondary
2015-04-28,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2012 art. 115; python-holidays 0.109; lunar date by 4 computations,secondary
2015-04-29,swap_day_off,"Nghỉ hoán đổi (thứ Tư, làm bù thứ Bảy 25/04/2015)",Swap day off (worked on Sat 2015-04-25),Thanh Niên News; python-holidays 0.109,secondary
2015-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2015-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2015-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2016-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2016-02-07,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),"press 30/10/2015 (Government meeting 29/10/2015: 06/02-14/02, no swap); python-holidays 0.109",secondary
2016-02-08,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),"press 30/10/2015 (Government meeting 29/10/2015: 06/02-14/02, no swap); python-holidays 0.109",secondary
2016-02-09,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),"press 30/10/2015 (Government meeting 29/10/2015: 06/02-14/02, no swap); python-holidays 0.109",secondary
2016-02-10,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),"press 30/10/2015 (Government meeting 29/10/2015: 06/02-14/02, no swap); python-holidays 0.109",secondary
2016-02-11,holiday,Tết Nguyên đán (mùng 4 Tết),Lunar New Year (lunar day 4),"press 30/10/2015 (Government meeting 29/10/2015: 06/02-14/02, no swap); python-holidays 0.109",secondary
2016-02-12,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (29 tháng Chạp, Chủ nhật 07/02/2016)","In lieu of Lunar New Year (29th of the last lunar month, Sun 2016-02-07)","Labour Code 2012 art. 115.3; press 30/10/2015 (Government meeting 29/10/2015: 06/02-14/02, no swap); python-holidays 0.109",secondary
2016-04-16,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2012 art. 115; python-holidays 0.109; Báo Đà Nẵng 01/04/2016; lunar date by 4 computations,secondary
2016-04-18,day_off_in_lieu,"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch, thứ Bảy 16/04/2016)",In lieu of Hùng Kings' Commemoration Day (Sat 2016-04-16),Labour Code 2012 art. 115.3; python-holidays 0.109; Báo Đà Nẵng 01/04/2016; lunar date by 4 computations,secondary
2016-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2012 art. 115; python-holidays 0.109; Báo Đà Nẵng 01/04/2016,secondary
2016-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2012 art. 115; python-holidays 0.109; Báo Đà Nẵng 01/04/2016,secondary
2016-05-02,day_off_in_lieu,"Nghỉ bù Ngày Chiến thắng (30/4, thứ Bảy 30/04/2016)",In lieu of Victory (Reunification) Day (Sat 2016-04-30),Labour Code 2012 art. 115.3; python-holidays 0.109; Báo Đà Nẵng 01/04/2016,secondary
2016-05-03,day_off_in_lieu,"Nghỉ bù Ngày Quốc tế Lao động (1/5, Chủ nhật 01/05/2016)",In lieu of International Labour Day (Sun 2016-05-01),Labour Code 2012 art. 115.3; python-holidays 0.109; Báo Đà Nẵng 01/04/2016,secondary
2016-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2017-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2017-01-02,day_off_in_lieu,Nghỉ bù Tết Dương lịch (Chủ nhật 01/01/2017),In lieu of New Year's Day (Sun 2017-01-01),Labour Code 2012 art. 115.3; python-holidays 0.109,secondary
2017-01-26,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),SGGP (proposal 26/01-01/02); VnExpress 29/09/2017 (7-day break approved); python-holidays 0.109,secondary
2017-01-27,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),SGGP (proposal 26/01-01/02); VnExpress 29/09/2017 (7-day break approved); python-holidays 0.109,secondary
2017-01-28,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),SGGP (proposal 26/01-01/02); VnExpress 29/09/2017 (7-day break approved); python-holidays 0.109,secondary
2017-01-29,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),SGGP (proposal 26/01-01/02); VnExpress 29/09/2017 (7-day break approved); python-holidays 0.109,secondary
2017-01-30,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),SGGP (proposal 26/01-01/02); VnExpress 29/09/2017 (7-day break approved); python-holidays 0.109,secondary
2017-01-31,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 1 Tết, thứ Bảy 28/01/2017)","In lieu of Lunar New Year (lunar day 1, Sat 2017-01-28)",Labour Code 2012 art. 115.3; SGGP (proposal 26/01-01/02); VnExpress 29/09/2017 (7-day break approved); python-holidays 0.109,secondary
2017-02-01,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 2 Tết, Chủ nhật 29/01/2017)","In lieu of Lunar New Year (lunar day 2, Sun 2017-01-29)",Labour Code 2012 art. 115.3; SGGP (proposal 26/01-01/02); VnExpress 29/09/2017 (7-day break approved); python-holidays 0.109,secondary
2017-04-06,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2012 art. 115; python-holidays 0.109; lunar date by 4 computations,secondary
2017-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2017-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2017-05-02,day_off_in_lieu,"Nghỉ bù Ngày Chiến thắng (30/4, Chủ nhật 30/04/2017)",In lieu of Victory (Reunification) Day (Sun 2017-04-30),Labour Code 2012 art. 115.3; python-holidays 0.109,secondary
2017-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2017-09-04,day_off_in_lieu,"Nghỉ bù Quốc khánh (2/9, thứ Bảy 02/09/2017)",In lieu of National Day (Sat 2017-09-02),Labour Code 2012 art. 115.3; python-holidays 0.109,secondary
2018-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2018-02-14,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),Báo Ninh Bình (PM approval); VnExpress 29/09/2017; python-holidays 0.109,secondary
2018-02-15,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),Báo Ninh Bình (PM approval); VnExpress 29/09/2017; python-holidays 0.109,secondary
2018-02-16,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),Báo Ninh Bình (PM approval); VnExpress 29/09/2017; python-holidays 0.109,secondary
2018-02-17,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),Báo Ninh Bình (PM approval); VnExpress 29/09/2017; python-holidays 0.109,secondary
2018-02-18,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),Báo Ninh Bình (PM approval); VnExpress 29/09/2017; python-holidays 0.109,secondary
2018-02-19,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 2 Tết, thứ Bảy 17/02/2018)","In lieu of Lunar New Year (lunar day 2, Sat 2018-02-17)",Labour Code 2012 art. 115.3; Báo Ninh Bình (PM approval); VnExpress 29/09/2017; python-holidays 0.109,secondary
2018-02-20,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 3 Tết, Chủ nhật 18/02/2018)","In lieu of Lunar New Year (lunar day 3, Sun 2018-02-18)",Labour Code 2012 art. 115.3; Báo Ninh Bình (PM approval); VnExpress 29/09/2017; python-holidays 0.109,secondary
2018-04-25,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2012 art. 115; python-holidays 0.109; lunar date by 4 computations,secondary
2018-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2018-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2018-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2018-09-03,day_off_in_lieu,"Nghỉ bù Quốc khánh (2/9, Chủ nhật 02/09/2018)",In lieu of National Day (Sun 2018-09-02),Labour Code 2012 art. 115.3; python-holidays 0.109,secondary
2018-12-31,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 05/01/2019)",Swap day off (worked on Sat 2019-01-05),VietNamNet 08/2018; dispatch 6519/VPCP-KGVX (cited); python-holidays 0.109,secondary
2019-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2019-01-05,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 31/12/2018)",Make-up working day (for Mon 2018-12-31),VietNamNet 08/2018; dispatch 6519/VPCP-KGVX (cited); python-holidays 0.109,secondary
2019-02-04,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),VietNamNet 08/2018; Viet Nam News 2018; dispatch 6519/VPCP-KGVX; python-holidays 0.109,secondary
2019-02-05,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),VietNamNet 08/2018; Viet Nam News 2018; dispatch 6519/VPCP-KGVX; python-holidays 0.109,secondary
2019-02-06,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),VietNamNet 08/2018; Viet Nam News 2018; dispatch 6519/VPCP-KGVX; python-holidays 0.109,secondary
2019-02-07,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),VietNamNet 08/2018; Viet Nam News 2018; dispatch 6519/VPCP-KGVX; python-holidays 0.109,secondary
2019-02-08,holiday,Tết Nguyên đán (mùng 4 Tết),Lunar New Year (lunar day 4),VietNamNet 08/2018; Viet Nam News 2018; dispatch 6519/VPCP-KGVX; python-holidays 0.109,secondary
2019-04-14,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2012 art. 115; python-holidays 0.109; VietNamNet 08/2018; lunar date by 4 computations,secondary
2019-04-15,day_off_in_lieu,"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch, Chủ nhật 14/04/2019)",In lieu of Hùng Kings' Commemoration Day (Sun 2019-04-14),Labour Code 2012 art. 115.3; python-holidays 0.109; VietNamNet 08/2018; lunar date by 4 computations,secondary
2019-04-29,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 04/05/2019)",Swap day off (worked on Sat 2019-05-04),VietNamNet 08/2018 (misprints 5 May); dispatch 6519/VPCP-KGVX (cited); python-holidays 0.109,secondary
2019-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2019-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2019-05-04,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 29/04/2019)",Make-up working day (for Mon 2019-04-29),VietNamNet 08/2018 (misprints 5 May); dispatch 6519/VPCP-KGVX (cited); python-holidays 0.109,secondary
2019-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2012 art. 115; python-holidays 0.109; Nhân Dân 2019,secondary
2020-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2020-01-23,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),Đắk Lắk Dept of Industry and Trade (.gov.vn) 07/01/2020; VietNamNet,verified
2020-01-24,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),Đắk Lắk Dept of Industry and Trade (.gov.vn) 07/01/2020; VietNamNet,verified
2020-01-25,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),Đắk Lắk Dept of Industry and Trade (.gov.vn) 07/01/2020; VietNamNet,verified
2020-01-26,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),Đắk Lắk Dept of Industry and Trade (.gov.vn) 07/01/2020; VietNamNet,verified
2020-01-27,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),Đắk Lắk Dept of Industry and Trade (.gov.vn) 07/01/2020; VietNamNet,verified
2020-01-28,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 1 Tết, thứ Bảy 25/01/2020)","In lieu of Lunar New Year (lunar day 1, Sat 2020-01-25)",Labour Code 2012 art. 115.3; Đắk Lắk Dept of Industry and Trade (.gov.vn) 07/01/2020; VietNamNet,verified
2020-01-29,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 2 Tết, Chủ nhật 26/01/2020)","In lieu of Lunar New Year (lunar day 2, Sun 2020-01-26)",Labour Code 2012 art. 115.3; Đắk Lắk Dept of Industry and Trade (.gov.vn) 07/01/2020; VietNamNet,verified
2020-04-02,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2012 art. 115; python-holidays 0.109; lunar date by 4 computations,secondary
2020-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2020-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2020-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2012 art. 115; python-holidays 0.109,secondary
2021-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2021-02-10,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),SGGP 09/12/2020; notice 4875/TB-LĐTBXH (cited),secondary
2021-02-11,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),SGGP 09/12/2020; notice 4875/TB-LĐTBXH (cited),secondary
2021-02-12,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),SGGP 09/12/2020; notice 4875/TB-LĐTBXH (cited),secondary
2021-02-13,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),SGGP 09/12/2020; notice 4875/TB-LĐTBXH (cited),secondary
2021-02-14,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),SGGP 09/12/2020; notice 4875/TB-LĐTBXH (cited),secondary
2021-02-15,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 2 Tết, thứ Bảy 13/02/2021)","In lieu of Lunar New Year (lunar day 2, Sat 2021-02-13)",Labour Code 2019 art. 111.3; SGGP 09/12/2020; notice 4875/TB-LĐTBXH (cited),secondary
2021-02-16,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 3 Tết, Chủ nhật 14/02/2021)","In lieu of Lunar New Year (lunar day 3, Sun 2021-02-14)",Labour Code 2019 art. 111.3; SGGP 09/12/2020; notice 4875/TB-LĐTBXH (cited),secondary
2021-04-21,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2019 art. 112.1; python-holidays 0.109; LawNet (quotes art. 112.1.e); SGGP 09/12/2020; lunar date by 4 computations,secondary
2021-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2019 art. 112.1; python-holidays 0.109; SGGP 09/12/2020,secondary
2021-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2019 art. 112.1; python-holidays 0.109; SGGP 09/12/2020,secondary
2021-05-03,day_off_in_lieu,"Nghỉ bù Ngày Quốc tế Lao động (1/5, thứ Bảy 01/05/2021)",In lieu of International Labour Day (Sat 2021-05-01),Labour Code 2019 art. 111.3; python-holidays 0.109; SGGP 09/12/2020,secondary
2021-09-02,holiday,Quốc khánh (2/9),National Day,SGGP 09/12/2020 (02/09-05/09/2021); notice 4875/TB-LĐTBXH (cited),secondary
2021-09-03,holiday,Quốc khánh (ngày liền kề sau 2/9),National Day (adjacent day after),SGGP 09/12/2020 (02/09-05/09/2021); notice 4875/TB-LĐTBXH (cited),secondary
2022-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2022-01-03,day_off_in_lieu,Nghỉ bù Tết Dương lịch (thứ Bảy 01/01/2022),In lieu of New Year's Day (Sat 2022-01-01),Labour Code 2019 art. 111.3; python-holidays 0.109,secondary
2022-01-31,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),dispatch 245/VPCP 11/01/2022 via press 12/01/2022; SGGP 13/10/2021; notice 119/TB-LĐTBXH (cited),secondary
2022-02-01,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),dispatch 245/VPCP 11/01/2022 via press 12/01/2022; SGGP 13/10/2021; notice 119/TB-LĐTBXH (cited),secondary
2022-02-02,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),dispatch 245/VPCP 11/01/2022 via press 12/01/2022; SGGP 13/10/2021; notice 119/TB-LĐTBXH (cited),secondary
2022-02-03,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),dispatch 245/VPCP 11/01/2022 via press 12/01/2022; SGGP 13/10/2021; notice 119/TB-LĐTBXH (cited),secondary
2022-02-04,holiday,Tết Nguyên đán (mùng 4 Tết),Lunar New Year (lunar day 4),dispatch 245/VPCP 11/01/2022 via press 12/01/2022; SGGP 13/10/2021; notice 119/TB-LĐTBXH (cited),secondary
2022-04-10,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2019 art. 112.1; python-holidays 0.109; lunar date by 4 computations,secondary
2022-04-11,day_off_in_lieu,"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch, Chủ nhật 10/04/2022)",In lieu of Hùng Kings' Commemoration Day (Sun 2022-04-10),Labour Code 2019 art. 111.3; python-holidays 0.109; lunar date by 4 computations,secondary
2022-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2022-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2022-05-02,day_off_in_lieu,"Nghỉ bù Ngày Chiến thắng (30/4, thứ Bảy 30/04/2022)",In lieu of Victory (Reunification) Day (Sat 2022-04-30),Labour Code 2019 art. 111.3; python-holidays 0.109,secondary
2022-05-03,day_off_in_lieu,"Nghỉ bù Ngày Quốc tế Lao động (1/5, Chủ nhật 01/05/2022)",In lieu of International Labour Day (Sun 2022-05-01),Labour Code 2019 art. 111.3; python-holidays 0.109,secondary
2022-09-01,holiday,Quốc khánh (ngày liền kề trước 2/9),National Day (adjacent day before),CPV online 05/08/2022 (01/09-04/09/2022); notice 119/TB-LĐTBXH (cited),secondary
2022-09-02,holiday,Quốc khánh (2/9),National Day,CPV online 05/08/2022 (01/09-04/09/2022); notice 119/TB-LĐTBXH (cited),secondary
2023-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2023-01-02,day_off_in_lieu,Nghỉ bù Tết Dương lịch (Chủ nhật 01/01/2023),In lieu of New Year's Day (Sun 2023-01-01),Labour Code 2019 art. 111.3; python-holidays 0.109,secondary
2023-01-20,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),Nhân Dân 01/12/2022; SGGP 08/12/2022; notice 5034/TB-LĐTBXH (cited),secondary
2023-01-21,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),Nhân Dân 01/12/2022; SGGP 08/12/2022; notice 5034/TB-LĐTBXH (cited),secondary
2023-01-22,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),Nhân Dân 01/12/2022; SGGP 08/12/2022; notice 5034/TB-LĐTBXH (cited),secondary
2023-01-23,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),Nhân Dân 01/12/2022; SGGP 08/12/2022; notice 5034/TB-LĐTBXH (cited),secondary
2023-01-24,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),Nhân Dân 01/12/2022; SGGP 08/12/2022; notice 5034/TB-LĐTBXH (cited),secondary
2023-01-25,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (30 tháng Chạp, thứ Bảy 21/01/2023)","In lieu of Lunar New Year (30th of the last lunar month, Sat 2023-01-21)",Labour Code 2019 art. 111.3; Nhân Dân 01/12/2022; SGGP 08/12/2022; notice 5034/TB-LĐTBXH (cited),secondary
2023-01-26,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 1 Tết, Chủ nhật 22/01/2023)","In lieu of Lunar New Year (lunar day 1, Sun 2023-01-22)",Labour Code 2019 art. 111.3; Nhân Dân 01/12/2022; SGGP 08/12/2022; notice 5034/TB-LĐTBXH (cited),secondary
2023-04-29,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2019 art. 112.1; python-holidays 0.109; lunar date by 4 computations,secondary
2023-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2023-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2023-05-02,day_off_in_lieu,"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch, thứ Bảy 29/04/2023)",In lieu of Hùng Kings' Commemoration Day (Sat 2023-04-29),Labour Code 2019 art. 111.3; python-holidays 0.109; lunar date by 4 computations,secondary
2023-05-03,day_off_in_lieu,"Nghỉ bù Ngày Chiến thắng (30/4, Chủ nhật 30/04/2023)",In lieu of Victory (Reunification) Day (Sun 2023-04-30),Labour Code 2019 art. 111.3; python-holidays 0.109,secondary
2023-09-01,holiday,Quốc khánh (ngày liền kề trước 2/9),National Day (adjacent day before),Nhân Dân 01/12/2022 (01/09-04/09/2023); notice 5034/TB-LĐTBXH (cited),secondary
2023-09-02,holiday,Quốc khánh (2/9),National Day,Nhân Dân 01/12/2022 (01/09-04/09/2023); notice 5034/TB-LĐTBXH (cited),secondary
2023-09-04,day_off_in_lieu,"Nghỉ bù Quốc khánh (2/9, thứ Bảy 02/09/2023)",In lieu of National Day (Sat 2023-09-02),Labour Code 2019 art. 111.3; Nhân Dân 01/12/2022 (01/09-04/09/2023); notice 5034/TB-LĐTBXH (cited),secondary
2024-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2024-02-08,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2024-02-09,holiday,Tết Nguyên đán (30 tháng Chạp),Lunar New Year (30th of the last lunar month),notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2024-02-10,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2024-02-11,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2024-02-12,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2024-02-13,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 1 Tết, thứ Bảy 10/02/2024)","In lieu of Lunar New Year (lunar day 1, Sat 2024-02-10)",Labour Code 2019 art. 111.3; notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2024-02-14,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 2 Tết, Chủ nhật 11/02/2024)","In lieu of Lunar New Year (lunar day 2, Sun 2024-02-11)",Labour Code 2019 art. 111.3; notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2024-04-18,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2019 art. 112.1; python-holidays 0.109; lunar date by 4 computations,secondary
2024-04-29,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 04/05/2024)",Swap day off (worked on Sat 2024-05-04),dispatch 2450/VPCP-KGVX via Báo Tin tức (VNA) 12/04/2024; notice 1570/TB-LĐTBXH (cited); python-holidays 0.109,secondary
2024-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2024-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2024-05-04,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 29/04/2024)",Make-up working day (for Mon 2024-04-29),dispatch 2450/VPCP-KGVX via Báo Tin tức (VNA) 12/04/2024; notice 1570/TB-LĐTBXH (cited); python-holidays 0.109,secondary
2024-09-02,holiday,Quốc khánh (2/9),National Day,notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2024-09-03,holiday,Quốc khánh (ngày liền kề sau 2/9),National Day (adjacent day after),notice 5015/TB-LĐTBXH 22/11/2023 as published by Đăk Hà district (.gov.vn),verified
2025-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2025-01-27,holiday,Tết Nguyên đán (28 tháng Chạp),Lunar New Year (28th of the last lunar month),SGGP 27/11/2024 and 04/12/2024; notice 6150/TB-BLĐTBXH (cited),secondary
2025-01-28,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),SGGP 27/11/2024 and 04/12/2024; notice 6150/TB-BLĐTBXH (cited),secondary
2025-01-29,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),SGGP 27/11/2024 and 04/12/2024; notice 6150/TB-BLĐTBXH (cited),secondary
2025-01-30,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),SGGP 27/11/2024 and 04/12/2024; notice 6150/TB-BLĐTBXH (cited),secondary
2025-01-31,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),SGGP 27/11/2024 and 04/12/2024; notice 6150/TB-BLĐTBXH (cited),secondary
2025-04-07,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2019 art. 112.1; python-holidays 0.109; Government e-newspaper (VGP) 04/03/2025; lunar date by 4 computations,secondary
2025-04-26,working_swap,"Làm bù (thứ Bảy, thay cho thứ Sáu 02/05/2025)",Make-up working day (for Fri 2025-05-02),Government e-newspaper (VGP) 04/03/2025; notice 6150/TB-BLĐTBXH (cited); python-holidays 0.109,secondary
2025-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2019 art. 112.1; python-holidays 0.109; Government e-newspaper (VGP) 04/03/2025,secondary
2025-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2019 art. 112.1; python-holidays 0.109; Government e-newspaper (VGP) 04/03/2025,secondary
2025-05-02,swap_day_off,"Nghỉ hoán đổi (thứ Sáu, làm bù thứ Bảy 26/04/2025)",Swap day off (worked on Sat 2025-04-26),Government e-newspaper (VGP) 04/03/2025; notice 6150/TB-BLĐTBXH (cited); python-holidays 0.109,secondary
2025-09-01,holiday,Quốc khánh (ngày liền kề trước 2/9),National Day (adjacent day before),SGGP 04/12/2024; Viet Nam News 04/08/2025; notice 6150/TB-BLĐTBXH (cited),secondary
2025-09-02,holiday,Quốc khánh (2/9),National Day,SGGP 04/12/2024; Viet Nam News 04/08/2025; notice 6150/TB-BLĐTBXH (cited),secondary
2026-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2019 art. 112.1; python-holidays 0.109,secondary
2026-01-02,swap_day_off,"Nghỉ hoán đổi (thứ Sáu, làm bù thứ Bảy 10/01/2026)",Swap day off (worked on Sat 2026-01-10),Viet Nam News 25/12/2025; dispatch 12729/VPCP-KGVX (cited); absent from python-holidays 0.109,secondary
2026-01-10,working_swap,"Làm bù (thứ Bảy, thay cho thứ Sáu 02/01/2026)",Make-up working day (for Fri 2026-01-02),Viet Nam News 25/12/2025; dispatch 12729/VPCP-KGVX (cited); absent from python-holidays 0.109,secondary
2026-02-16,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),Viet Nam News 17/10/2025; VNA 17/10/2025; notice 9441/TB-BNV 16/10/2025 (cited),secondary
2026-02-17,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),Viet Nam News 17/10/2025; VNA 17/10/2025; notice 9441/TB-BNV 16/10/2025 (cited),secondary
2026-02-18,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),Viet Nam News 17/10/2025; VNA 17/10/2025; notice 9441/TB-BNV 16/10/2025 (cited),secondary
2026-02-19,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),Viet Nam News 17/10/2025; VNA 17/10/2025; notice 9441/TB-BNV 16/10/2025 (cited),secondary
2026-02-20,holiday,Tết Nguyên đán (mùng 4 Tết),Lunar New Year (lunar day 4),Viet Nam News 17/10/2025; VNA 17/10/2025; notice 9441/TB-BNV 16/10/2025 (cited),secondary
2026-04-26,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2019 art. 112.1; python-holidays 0.109; Bắc Ninh newspaper 12/2025; dispatch 3383/BNV-CVL 10/04/2026 (cited: no swap); lunar date by 4 computations,secondary
2026-04-27,day_off_in_lieu,"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch, Chủ nhật 26/04/2026)",In lieu of Hùng Kings' Commemoration Day (Sun 2026-04-26),Labour Code 2019 art. 111.3; python-holidays 0.109; Bắc Ninh newspaper 12/2025; dispatch 3383/BNV-CVL 10/04/2026 (cited: no swap); lunar date by 4 computations,secondary
2026-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2019 art. 112.1; python-holidays 0.109; Bắc Ninh newspaper 12/2025; dispatch 3383/BNV-CVL 10/04/2026 (cited: no swap),secondary
2026-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2019 art. 112.1; python-holidays 0.109; Bắc Ninh newspaper 12/2025; dispatch 3383/BNV-CVL 10/04/2026 (cited: no swap),secondary
2026-08-22,working_swap,"Làm bù (thứ Bảy, thay cho thứ Hai 31/08/2026)",Make-up working day (for Mon 2026-08-31),Viet Nam News 17/10/2025; notice 9441/TB-BNV (cited); python-holidays 0.109,secondary
2026-08-31,swap_day_off,"Nghỉ hoán đổi (thứ Hai, làm bù thứ Bảy 22/08/2026)",Swap day off (worked on Sat 2026-08-22),Viet Nam News 17/10/2025; notice 9441/TB-BNV (cited); python-holidays 0.109,secondary
2026-09-01,holiday,Quốc khánh (ngày liền kề trước 2/9),National Day (adjacent day before),Viet Nam News 17/10/2025; notice 9441/TB-BNV (cited),secondary
2026-09-02,holiday,Quốc khánh (2/9),National Day,Viet Nam News 17/10/2025; notice 9441/TB-BNV (cited),secondary
2026-11-24,holiday,Ngày Văn hóa Việt Nam (24/11),Vietnam Culture Day,"Resolution 28/2026/QH16 art. 2.1, in force 01/07/2026 (cited from datafiles.chinhphu.vn and baochinhphu.vn 24/04/2026); python-holidays 0.109",secondary
2027-01-01,holiday,Tết Dương lịch,New Year's Day,Labour Code 2019 art. 112.1; python-holidays 0.109 (fixed by law; plan for 2027 not found),to_confirm
2027-02-04,holiday,Tết Nguyên đán (28 tháng Chạp),Lunar New Year (28th of the last lunar month),"no official plan found; rule: 2 days before + 3 after, as in 2017, 2020, 2024 (mùng 1 on Saturday); lunar date by 4 computations",to_confirm
2027-02-05,holiday,Tết Nguyên đán (29 tháng Chạp),Lunar New Year (29th of the last lunar month),"no official plan found; rule: 2 days before + 3 after, as in 2017, 2020, 2024 (mùng 1 on Saturday); lunar date by 4 computations",to_confirm
2027-02-06,holiday,Tết Nguyên đán (mùng 1 Tết),Lunar New Year (lunar day 1),"no official plan found; rule: 2 days before + 3 after, as in 2017, 2020, 2024 (mùng 1 on Saturday); lunar date by 4 computations",to_confirm
2027-02-07,holiday,Tết Nguyên đán (mùng 2 Tết),Lunar New Year (lunar day 2),"no official plan found; rule: 2 days before + 3 after, as in 2017, 2020, 2024 (mùng 1 on Saturday); lunar date by 4 computations",to_confirm
2027-02-08,holiday,Tết Nguyên đán (mùng 3 Tết),Lunar New Year (lunar day 3),"no official plan found; rule: 2 days before + 3 after, as in 2017, 2020, 2024 (mùng 1 on Saturday); lunar date by 4 computations",to_confirm
2027-02-09,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 1 Tết, thứ Bảy 06/02/2027)","In lieu of Lunar New Year (lunar day 1, Sat 2027-02-06)","Labour Code 2019 art. 111.3; no official plan found; rule: 2 days before + 3 after, as in 2017, 2020, 2024 (mùng 1 on Saturday); lunar date by 4 computations",to_confirm
2027-02-10,day_off_in_lieu,"Nghỉ bù Tết Nguyên đán (mùng 2 Tết, Chủ nhật 07/02/2027)","In lieu of Lunar New Year (lunar day 2, Sun 2027-02-07)","Labour Code 2019 art. 111.3; no official plan found; rule: 2 days before + 3 after, as in 2017, 2020, 2024 (mùng 1 on Saturday); lunar date by 4 computations",to_confirm
2027-04-16,holiday,Giỗ Tổ Hùng Vương (10/3 âm lịch),Hùng Kings' Commemoration Day,Labour Code 2019 art. 112.1; python-holidays 0.109 (fixed by law; plan for 2027 not found); lunar date by 4 computations,to_confirm
2027-04-30,holiday,Ngày Chiến thắng (30/4),Victory (Reunification) Day,Labour Code 2019 art. 112.1; python-holidays 0.109 (fixed by law; plan for 2027 not found),to_confirm
2027-05-01,holiday,Ngày Quốc tế Lao động (1/5),International Labour Day,Labour Code 2019 art. 112.1; python-holidays 0.109 (fixed by law; plan for 2027 not found),to_confirm
2027-05-03,day_off_in_lieu,"Nghỉ bù Ngày Quốc tế Lao động (1/5, thứ Bảy 01/05/2027)",In lieu of International Labour Day (Sat 2027-05-01),Labour Code 2019 art. 111.3; python-holidays 0.109 (fixed by law; plan for 2027 not found),to_confirm
2027-09-02,holiday,Quốc khánh (2/9),National Day,Labour Code 2019 art. 112.1; python-holidays 0.109 (fixed by law; plan for 2027 not found),to_confirm
2027-09-03,holiday,Quốc khánh (ngày liền kề sau 2/9),National Day (adjacent day after),"no official plan found; by precedent 2021 (2/9 on Thursday, long weekend)",to_confirm
2027-11-24,holiday,Ngày Văn hóa Việt Nam (24/11),Vietnam Culture Day,"Resolution 28/2026/QH16 art. 2.1, in force 01/07/2026 (cited from datafiles.chinhphu.vn and baochinhphu.vn 24/04/2026); python-holidays 0.109",to_confirm
`;
