"""Why the operating system refuses a file, in the reader's language."""

from __future__ import annotations

import errno

from checker.errors import Said

_IN_CHINESE = {
    "ENOENT": "没有这个文件或文件夹",
    "EACCES": "没有权限",
    "EPERM": "不允许这样做",
    "EISDIR": "是文件夹",
    "ENOTDIR": "路径中有一段不是文件夹",
    "EEXIST": "已有同名的文件",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "磁盘配额已用完",
    "EFBIG": "文件太大",
    "EROFS": "磁盘只读",
    "EBUSY": "正被占用",
    "ETXTBSY": "正被占用",
    "ENAMETOOLONG": "名称太长",
    "ELOOP": "链接绕成了圈",
    "EINVAL": "名称或写法不被系统接受",
    "EMFILE": "打开的文件太多",
    "ENFILE": "打开的文件太多",
    "ENOMEM": "内存不足",
    "EIO": "读写出错",
    "EPIPE": "接收的一方已经关闭",
    "ENXIO": "没有这个设备",
    "ENODEV": "没有这个设备",
    "ENOEXEC": "不是可以运行的程序",
    "EAGAIN": "系统暂时不能满足",
    "ESTALE": "网络文件夹已断开",
    "ETIMEDOUT": "等待超时",
}


def reason_of(error: OSError | ValueError) -> Said:
    """The reason of a refusal; what has no Chinese here, in the system's own words."""
    if not isinstance(error, OSError):  # a name that no system takes, such as one with a zero byte
        return Said("名称或写法不被系统接受", str(error))
    told = error.strerror or str(error) or type(error).__name__
    return Said(_IN_CHINESE.get(errno.errorcode.get(error.errno or 0, ""), told), told)
