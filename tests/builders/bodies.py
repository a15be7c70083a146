"""Made-up bodies of every kind. None of these places exists; the level is None where the name does not show it."""

from __future__ import annotations

from tests.builders.spec import Body

BODIES = (
    Body("青漪县人民政府", "government", "county", "我县", "青漪县城关镇滨河路1号", "0593"),
    Body("临澜市望川区人民政府", "government", "county", "我区", "临澜市望川区学府街66号", "0371"),
    Body("云泽自治州人民政府", "government", "prefecture", "我州", "云泽州府大道9号", "0872"),
    Body("青漪县柳溪镇人民政府", "township", "township", "我镇", "青漪县柳溪镇兴隆街18号", "0593"),
    Body("望川区石牌乡人民政府", "township", "township", "我乡", "望川区石牌乡石牌村口", "0371"),
    Body("临澜市望川区东堤街道办事处", "subdistrict", "township", "我街道", "临澜市望川区东堤路203号", "0371"),
    Body("安墅区北岸街道办事处", "subdistrict", "township", "本街道", "安墅区北岸一路5号", "025"),
    Body("青漪县水利局", "department", "county", "我局", "青漪县城关镇水利巷2号", "0593"),
    Body("临澜市望川区教育局", "department", "county", "区教育局", "临澜市望川区文昌路12号", "0371"),
    Body("望川区发展和改革委员会", "department", "county", "我委", "望川区行政中心B座7层", "0371"),
    Body("临澜市交通运输局", "department", None, "市交通运输局", "临澜市人民东路318号", "0371"),
    Body("云泽省生态环境厅", "department", "province", "省厅", "云泽省会云城市环湖路77号", "0871"),
    Body("青漪县公共资源交易中心", "institution", "county", "我中心", "青漪县城关镇新华路41号", "0593"),
    Body("望川区图书馆", "institution", "county", "本馆", "望川区文庙街3号", "0371"),
    Body("临澜高新技术产业开发区管理委员会", "zone", None, "管委会", "临澜高新区创新大道1001号", "0371"),
    Body("青漪经济开发区管理委员会", "zone", None, "开发区管委会", "青漪经济开发区纬三路8号", "0593"),
)
