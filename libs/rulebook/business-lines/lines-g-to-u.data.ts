/** Level-4 lines of sections G–U of the Vietnamese industry system, `code name`, one a line. */
export const LINES_G_TO_U = `
4511 Bán buôn ô tô và xe có động cơ khác
4512 Bán lẻ ô tô con (loại 9 chỗ trở xuống)
4513 Đại lý ô tô và xe có động cơ khác
4520 Bảo dưỡng, sửa chữa ô tô và xe có động cơ khác
4530 Bán phụ tùng và các bộ phận phụ trợ của ô tô và xe có động cơ khác
4541 Bán mô tô, xe máy
4542 Bảo dưỡng và sửa chữa mô tô, xe máy
4543 Bán phụ tùng và các bộ phận phụ trợ của mô tô, xe máy
4610 Đại lý, môi giới, đấu giá hàng hóa
4620 Bán buôn nông, lâm sản nguyên liệu (trừ gỗ, tre, nứa) và động vật sống
4631 Bán buôn gạo, lúa mỳ, hạt ngũ cốc khác, bột mỳ
4632 Bán buôn thực phẩm
4633 Bán buôn đồ uống
4634 Bán buôn sản phẩm thuốc lá, thuốc lào
4641 Bán buôn vải, hàng may mặc, giày dép
4649 Bán buôn đồ dùng khác cho gia đình
4651 Bán buôn máy vi tính, thiết bị ngoại vi và phần mềm
4652 Bán buôn thiết bị và linh kiện điện tử, viễn thông
4653 Bán buôn máy móc, thiết bị và phụ tùng máy nông nghiệp
4659 Bán buôn máy móc, thiết bị và phụ tùng máy khác
4661 Bán buôn nhiên liệu rắn, lỏng, khí và các sản phẩm liên quan
4662 Bán buôn kim loại và quặng kim loại
4663 Bán buôn vật liệu, thiết bị lắp đặt khác trong xây dựng
4669 Bán buôn chuyên doanh khác chưa được phân vào đâu
4690 Bán buôn tổng hợp
4711 Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào chiếm tỷ trọng lớn trong các cửa hàng kinh doanh tổng hợp
4719 Bán lẻ khác trong các cửa hàng kinh doanh tổng hợp
4721 Bán lẻ lương thực trong các cửa hàng chuyên doanh
4722 Bán lẻ thực phẩm trong các cửa hàng chuyên doanh
4723 Bán lẻ đồ uống trong các cửa hàng chuyên doanh
4724 Bán lẻ sản phẩm thuốc lá, thuốc lào trong các cửa hàng chuyên doanh
4730 Bán lẻ nhiên liệu động cơ trong các cửa hàng chuyên doanh
4741 Bán lẻ máy vi tính, thiết bị ngoại vi, phần mềm và thiết bị viễn thông trong các cửa hàng chuyên doanh
4742 Bán lẻ thiết bị nghe nhìn trong các cửa hàng chuyên doanh
4751 Bán lẻ vải, len, sợi, chỉ khâu và hàng dệt khác trong các cửa hàng chuyên doanh
4752 Bán lẻ đồ ngũ kim, sơn, kính và thiết bị lắp đặt khác trong xây dựng trong các cửa hàng chuyên doanh
4753 Bán lẻ thảm, đệm, chăn, màn, rèm, vật liệu phủ tường và sàn trong các cửa hàng chuyên doanh
4759 Bán lẻ đồ điện gia dụng, giường, tủ, bàn, ghế và đồ nội thất tương tự, đèn và bộ đèn điện, đồ dùng gia đình khác trong các cửa hàng chuyên doanh
4761 Bán lẻ sách, báo, tạp chí, văn phòng phẩm trong các cửa hàng chuyên doanh
4762 Bán lẻ băng đĩa âm thanh, hình ảnh trong các cửa hàng chuyên doanh
4763 Bán lẻ thiết bị, dụng cụ thể dục, thể thao trong các cửa hàng chuyên doanh
4764 Bán lẻ trò chơi, đồ chơi trong các cửa hàng chuyên doanh
4771 Bán lẻ hàng may mặc, giày dép, hàng da và giả da trong các cửa hàng chuyên doanh
4772 Bán lẻ thuốc, dụng cụ y tế, mỹ phẩm và vật phẩm vệ sinh trong các cửa hàng chuyên doanh
4773 Bán lẻ hàng hóa khác mới trong các cửa hàng chuyên doanh
4774 Bán lẻ hàng hóa đã qua sử dụng trong các cửa hàng chuyên doanh
4781 Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào lưu động hoặc tại chợ
4782 Bán lẻ hàng dệt, may sẵn, giày dép lưu động hoặc tại chợ
4789 Bán lẻ hàng hóa khác lưu động hoặc tại chợ
4791 Bán lẻ theo yêu cầu đặt hàng qua bưu điện hoặc internet
4799 Bán lẻ hình thức khác chưa được phân vào đâu
4911 Vận tải hành khách đường sắt
4912 Vận tải hàng hóa đường sắt
4921 Vận tải hành khách bằng xe buýt trong nội thành
4922 Vận tải hành khách bằng xe buýt giữa nội thành và ngoại thành, liên tỉnh
4929 Vận tải hành khách bằng xe buýt loại khác
4931 Vận tải hành khách đường bộ trong nội thành, ngoại thành (trừ vận tải bằng xe buýt)
4932 Vận tải hành khách đường bộ khác
4933 Vận tải hàng hóa bằng đường bộ
4940 Vận tải đường ống
5011 Vận tải hành khách ven biển và viễn dương
5012 Vận tải hàng hóa ven biển và viễn dương
5021 Vận tải hành khách đường thủy nội địa
5022 Vận tải hàng hóa đường thủy nội địa
5210 Kho bãi và lưu giữ hàng hóa
5221 Hoạt động dịch vụ hỗ trợ trực tiếp cho vận tải đường sắt
5222 Hoạt động dịch vụ hỗ trợ trực tiếp cho vận tải đường thủy
5224 Bốc xếp hàng hóa
5225 Hoạt động dịch vụ hỗ trợ trực tiếp cho vận tải đường bộ
5229 Hoạt động dịch vụ hỗ trợ khác liên quan đến vận tải
5310 Bưu chính
5320 Chuyển phát
5510 Dịch vụ lưu trú ngắn ngày
5590 Cơ sở lưu trú khác
5610 Nhà hàng và các dịch vụ ăn uống phục vụ lưu động
5621 Cung cấp dịch vụ ăn uống theo hợp đồng không thường xuyên với khách hàng
5629 Dịch vụ ăn uống khác
5630 Dịch vụ phục vụ đồ uống
5820 Xuất bản phần mềm
6110 Hoạt động viễn thông có dây
6120 Hoạt động viễn thông không dây
6190 Hoạt động viễn thông khác
6201 Lập trình máy vi tính
6202 Tư vấn máy vi tính và quản trị hệ thống máy vi tính
6209 Hoạt động dịch vụ công nghệ thông tin và dịch vụ khác liên quan đến máy vi tính
6311 Xử lý dữ liệu, cho thuê và các hoạt động liên quan
6312 Cổng thông tin
6419 Hoạt động trung gian tiền tệ khác
6492 Hoạt động cấp tín dụng khác
6619 Hoạt động hỗ trợ dịch vụ tài chính chưa được phân vào đâu
6622 Hoạt động của đại lý và môi giới bảo hiểm
6810 Kinh doanh bất động sản, quyền sử dụng đất thuộc chủ sở hữu, chủ sử dụng hoặc đi thuê
6820 Tư vấn, môi giới, đấu giá bất động sản, đấu giá quyền sử dụng đất
6910 Hoạt động pháp luật
6920 Hoạt động liên quan đến kế toán, kiểm toán và tư vấn về thuế
7020 Hoạt động tư vấn quản lý
7110 Hoạt động kiến trúc và tư vấn kỹ thuật có liên quan
7120 Kiểm tra và phân tích kỹ thuật
7211 Nghiên cứu khoa học và phát triển công nghệ trong lĩnh vực khoa học tự nhiên
7212 Nghiên cứu khoa học và phát triển công nghệ trong lĩnh vực khoa học kỹ thuật và công nghệ
7214 Nghiên cứu khoa học và phát triển công nghệ trong lĩnh vực khoa học nông nghiệp
7310 Quảng cáo
7320 Nghiên cứu thị trường và thăm dò dư luận
7410 Hoạt động thiết kế chuyên dụng
7420 Hoạt động nhiếp ảnh
7490 Hoạt động chuyên môn, khoa học và công nghệ khác chưa được phân vào đâu
7500 Hoạt động thú y
7710 Cho thuê xe có động cơ
7721 Cho thuê thiết bị thể thao, vui chơi giải trí
7730 Cho thuê máy móc, thiết bị và đồ dùng hữu hình khác không kèm người điều khiển
7810 Hoạt động của các trung tâm, đại lý tư vấn, giới thiệu và môi giới lao động, việc làm
7820 Cung ứng lao động tạm thời
7830 Cung ứng và quản lý nguồn lao động
7911 Đại lý du lịch
7912 Điều hành tua du lịch
7990 Dịch vụ đặt chỗ và các dịch vụ hỗ trợ liên quan đến quảng bá và tổ chức tua du lịch
8010 Hoạt động bảo vệ tư nhân
8110 Dịch vụ hỗ trợ tổng hợp
8121 Vệ sinh chung nhà cửa
8129 Vệ sinh nhà cửa và các công trình khác
8130 Dịch vụ chăm sóc và duy trì cảnh quan
8211 Dịch vụ hành chính văn phòng tổng hợp
8230 Tổ chức giới thiệu và xúc tiến thương mại
8292 Dịch vụ đóng gói
8299 Hoạt động dịch vụ hỗ trợ kinh doanh khác còn lại chưa được phân vào đâu
8511 Giáo dục nhà trẻ
8512 Giáo dục mẫu giáo
8551 Giáo dục thể thao và giải trí
8552 Giáo dục văn hóa nghệ thuật
8559 Giáo dục khác chưa được phân vào đâu
8560 Dịch vụ hỗ trợ giáo dục
8620 Hoạt động của các phòng khám đa khoa, chuyên khoa và nha khoa
8692 Hoạt động của hệ thống cơ sở chỉnh hình, phục hồi chức năng
8730 Hoạt động chăm sóc sức khỏe người có công, người già và người khuyết tật không có khả năng tự chăm sóc
8810 Hoạt động trợ giúp xã hội không tập trung đối với người có công, thương bệnh binh, người già và người khuyết tật
9000 Hoạt động sáng tác, nghệ thuật và giải trí
9102 Hoạt động bảo tồn, bảo tàng
9103 Hoạt động của các vườn bách thảo, bách thú và khu bảo tồn tự nhiên
9311 Hoạt động của các cơ sở thể thao
9321 Hoạt động của các công viên vui chơi và công viên theo chủ đề
9329 Hoạt động vui chơi giải trí khác chưa được phân vào đâu
9511 Sửa chữa máy vi tính và thiết bị ngoại vi
9521 Sửa chữa thiết bị nghe nhìn điện tử gia dụng
9522 Sửa chữa thiết bị, đồ dùng gia đình
9524 Sửa chữa giường, tủ, bàn, ghế và đồ nội thất tương tự
9529 Sửa chữa xe đạp, đồng hồ, đồ dùng cá nhân và gia đình khác chưa được phân vào đâu
9610 Dịch vụ tắm hơi, massage và các dịch vụ tăng cường sức khỏe tương tự (trừ hoạt động thể thao)
9620 Giặt là, làm sạch các sản phẩm dệt và lông thú
9631 Cắt tóc, làm đầu, gội đầu
9632 Hoạt động dịch vụ phục vụ tang lễ
9639 Hoạt động dịch vụ phục vụ cá nhân khác còn lại chưa được phân vào đâu
`;
