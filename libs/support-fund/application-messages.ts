import { addMessages } from '@hoptac/platform';

/** What applications for loans say to people. */
addMessages({
  'SUPPORT_FUND.APPLICATION_NOT_FOUND': { vi: 'Không có hồ sơ vay vốn này.', en: 'There is no such application.' },
  'SUPPORT_FUND.ALREADY_SUBMITTED': { vi: 'Hồ sơ đã được nộp.', en: 'The application has been submitted.' },
  'SUPPORT_FUND.APPLICATION_ENDED': {
    vi: 'Hồ sơ đã kết thúc, không thực hiện thêm bước nào.',
    en: 'The application has ended; no further step is taken.',
  },
  'SUPPORT_FUND.NOT_NOW': {
    vi: 'Hồ sơ chưa đến, hoặc đã qua, bước này.',
    en: 'The application has not come to this step, or is past it.',
  },
  'SUPPORT_FUND.ORGANISATION_UNKNOWN': {
    vi: 'Sổ đăng ký không có tổ chức này.',
    en: 'The register knows no such organisation.',
  },
  'SUPPORT_FUND.RELATION_UNNAMED': {
    vi: 'Người có liên quan là một tổ chức hoặc một cá nhân.',
    en: 'A related party is an organisation or a person.',
  },
  'SUPPORT_FUND.BORROWER_NOT_ELIGIBLE': {
    vi: 'Người vay không thuộc đối tượng được vay vốn ({check}).',
    en: 'The borrower may not borrow ({check}).',
  },
  'SUPPORT_FUND.PLAN_DOES_NOT_BALANCE': {
    vi: 'Tổng mức đầu tư {investment} đồng không bằng tổng nguồn vốn {sources} đồng.',
    en: 'The budget of {investment} đồng differs from its sources of {sources} đồng.',
  },
  'SUPPORT_FUND.CASH_FLOW_OUT_OF_ORDER': {
    vi: 'Các kỳ của dòng tiền phải nối tiếp nhau, sau ngày giải ngân đầu tiên.',
    en: 'Periods of the cash flow follow one another, after the first disbursement.',
  },
  'SUPPORT_FUND.DOCUMENT_UNKNOWN': {
    vi: 'Tài khoản này chưa tải tệp {kind} lên.',
    en: 'This account has not uploaded the file for {kind}.',
  },
  'SUPPORT_FUND.DOCUMENTS_MISSING': { vi: 'Hồ sơ còn thiếu: {missing}.', en: 'Papers are missing: {missing}.' },
  'SUPPORT_FUND.ALREADY_RETURNED': {
    vi: 'Danh sách bổ sung chỉ gửi một lần.',
    en: 'The list of what is missing is sent once.',
  },
  'SUPPORT_FUND.LIST_EMPTY': {
    vi: 'Danh sách bổ sung phải nêu từng mục và lý do.',
    en: 'The list names each item with its reason.',
  },
  'SUPPORT_FUND.LIMIT_PASSED': { vi: 'Đã quá hạn ({dueOn}).', en: 'The limit has passed ({dueOn}).' },
  'SUPPORT_FUND.LIMIT_NOT_PASSED': { vi: 'Chưa có hạn nào đã qua.', en: 'No limit has passed.' },
  'SUPPORT_FUND.BOUND_TO_BORROWER': {
    vi: 'Người có quan hệ với người vay không tham gia xử lý hồ sơ.',
    en: 'Whoever is bound to the borrower takes no part.',
  },
  'SUPPORT_FUND.APPRAISER_BOUND': {
    vi: 'Người được phân công có quan hệ với người vay.',
    en: 'The appraiser is bound to the borrower.',
  },
  'SUPPORT_FUND.HAS_APPRAISER': { vi: 'Hồ sơ đã có cán bộ thẩm định.', en: 'Another appraiser has the application.' },
  'SUPPORT_FUND.NOT_AN_APPRAISER': {
    vi: 'Tài khoản này hiện không phải cán bộ thẩm định của Quỹ.',
    en: 'The account is no appraiser of this fund today.',
  },
  'SUPPORT_FUND.NOT_THE_APPRAISER': {
    vi: 'Hồ sơ do cán bộ khác thẩm định.',
    en: 'Somebody else appraises the application.',
  },
  'SUPPORT_FUND.BOND_NOT_DENIED': {
    vi: 'Cán bộ thẩm định phải cam kết không có quan hệ với người vay.',
    en: 'The appraiser states that nothing binds him to the borrower.',
  },
  'SUPPORT_FUND.REPORT_INCOMPLETE': {
    vi: 'Báo cáo phải đánh giá từng điều kiện một lần, có nhận xét.',
    en: 'The report judges every condition once, with a note.',
  },
  'SUPPORT_FUND.CONDITIONS_NOT_MET': {
    vi: 'Chưa đạt điều kiện vay vốn: {unmet}.',
    en: 'Conditions are not met: {unmet}.',
  },
  'SUPPORT_FUND.GROUND_MISSING': { vi: 'Từ chối phải nêu căn cứ.', en: 'A rejection names its ground.' },
  'SUPPORT_FUND.APPRAISED_BY_DECIDER': {
    vi: 'Người đã thẩm định không quyết định, biểu quyết hay ký hợp đồng.',
    en: 'Whoever appraised neither decides, votes nor signs.',
  },
  'SUPPORT_FUND.REPORT_BY_BOUND_APPRAISER': {
    vi: 'Người lập báo cáo có quan hệ với người vay; phải thẩm định lại.',
    en: 'The report’s author is bound to the borrower; it is to be made anew.',
  },
  'SUPPORT_FUND.REPORT_PROPOSES_REJECTION': {
    vi: 'Báo cáo đề nghị từ chối; muốn cho vay phải thẩm định lại.',
    en: 'The report proposes a rejection; it is to be made anew before a loan is approved.',
  },
  'SUPPORT_FUND.OTHER_BODY_DECIDES': {
    vi: 'Hồ sơ này thuộc thẩm quyền khác ({body}).',
    en: 'Another body decides on this application ({body}).',
  },
  'SUPPORT_FUND.POLICY_CHANGED': {
    vi: 'Theo quy chế hiện hành, thẩm quyền đã khác; phải thẩm định lại.',
    en: 'Under the rules in force another body decides; the report is to be made anew.',
  },
  'SUPPORT_FUND.NOT_A_MEMBER': {
    vi: 'Bạn không phải thành viên của hội đồng quyết định hồ sơ này.',
    en: 'You are no member of the body that decides.',
  },
  'SUPPORT_FUND.NOT_THE_CHAIR': {
    vi: 'Chỉ chủ tịch hội đồng kết luận biểu quyết.',
    en: 'Only the chair establishes the result.',
  },
  'SUPPORT_FUND.NO_QUORUM': {
    vi: 'Chưa đủ người biểu quyết: {votes}/{needed}.',
    en: 'Too few members have voted: {votes} of {needed}.',
  },
  'SUPPORT_FUND.TERMS_OUTSIDE_POLICY': {
    vi: 'Điều kiện vay {term} = {value} ngoài quy chế ({allowed}).',
    en: 'The term {term} = {value} is outside the lending rules ({allowed}).',
  },
  'SUPPORT_FUND.CANNOT_REPAY': {
    vi: 'Dòng tiền không đủ trả nợ: thiếu nhất {leastLeft} đồng, đến hạn ngoài phương án {dueBeyondPlan} đồng.',
    en: 'The cash flow does not carry the loan: least left {leastLeft} đồng, due beyond the plan {dueBeyondPlan} đồng.',
  },
  'SUPPORT_FUND.SIGNING_DAY': {
    vi: 'Ngày ký {signedOn} phải từ ngày quyết định {decidedOn} đến hôm nay.',
    en: 'The day of signing {signedOn} lies between the decision {decidedOn} and today.',
  },
  'SUPPORT_FUND.SECURITIES_DIFFER': {
    vi: 'Biện pháp bảo đảm phải đúng như hợp đồng: {agreed}.',
    en: 'The securities are those of the contract: {agreed}.',
  },
});
